package io.github.teapeer.binarypack.js;

import io.github.teapeer.binarypack.PackLimits;
import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.binarypack.UnsupportedValueException;
import org.teavm.jso.JSObject;

/**
 * Packs JavaScript values. Strings, numbers, booleans and arrays are themselves; null and undefined
 * are null; a Date is its {@code toString()}; an ArrayBuffer, a typed array and a DataView are the
 * bytes they view, a Blob or File its content; a BigInt is an integer. Any other object, an
 * instance of a class too, is a map of its own enumerable properties with string keys, in their
 * order; {@code toJSON} is not looked at.
 *
 * <p>Functions, symbols, BigInts of more than 64 bits, cycles, and objects of the platform that are
 * none of these (Map, Set, Promise, RegExp, Error, DOM nodes) are refused: as maps they would be
 * empty. Shared references are packed as often as they occur.
 */
public final class JsPacker {
  private JsPacker() {}

  /**
   * Writes a value.
   *
   * @param out where to; after an exception it holds the part written so far
   * @param value any JavaScript value
   * @param limits of which only {@link PackLimits#maxDepth} matters here
   * @return null if the whole value is in {@code out}; otherwise, since there are Blobs in it, one
   *     Blob of everything written since the last {@link PackWriter#reset} with their contents in
   *     place. Nothing has been read from them yet, so a file of any size takes no memory
   * @throws UnsupportedValueException if the value, or one inside it, cannot be packed
   */
  public static JSObject write(PackWriter out, JSObject value, PackLimits limits) {
    Frame top = null;
    JSObject current = value;
    JSObject pieces = null;
    int cut = 0;
    int depth = 0;
    while (true) {
      switch (JsValues.kind(current)) {
        case JsValues.TEXT -> out.writeString(JsValues.text(current));
        case JsValues.NUMBER -> out.writeDouble(JsValues.number(current));
        case JsValues.TRUE -> out.writeBoolean(true);
        case JsValues.FALSE -> out.writeBoolean(false);
        case JsValues.NOTHING -> out.writeNull();
        case JsValues.BINARY -> {
          byte[] bytes = JsBytes.wrap(current);
          out.writeBinary(bytes, 0, bytes.length);
        }
        case JsValues.BLOB -> {
          int size = JsValues.blobSize(current);
          if (size < 0) {
            throw unsupported("Blob of 2 GiB", top);
          }
          out.writeBinaryHeader(size);
          pieces = JsValues.append(pieces, out.buffer(), cut, out.length(), current);
          cut = out.length();
        }
        case JsValues.ARRAY -> {
          top = new Frame(top, current, null);
          out.writeArrayHeader(top.length);
          depth++;
        }
        case JsValues.OBJECT -> {
          top = new Frame(top, current, JsValues.keys(current));
          out.writeMapHeader(top.length);
          depth++;
        }
        default -> throw unsupported("Unsupported value", top);
      }
      if (depth > limits.maxDepth()) {
        throw unsupported("Nested too deeply", top);
      }
      while (top != null && top.index == top.length) {
        top = top.parent;
        depth--;
      }
      if (top == null) {
        break;
      }
      current = top.next(out);
    }
    return pieces == null ? null : JsValues.join(pieces, out.buffer(), cut, out.length());
  }

  private static UnsupportedValueException unsupported(String problem, Frame top) {
    String path = "";
    for (Frame frame = top; frame != null; frame = frame.parent) {
      path = JsValues.step(frame.keys, frame.index - 1, path);
    }
    return new UnsupportedValueException(problem, "$" + path);
  }

  /** A container that is being packed; {@code keys} is null for an array. */
  private static final class Frame {
    final Frame parent;
    final JSObject value;
    final JSObject keys;
    final int length;
    int index;

    Frame(Frame parent, JSObject value, JSObject keys) {
      this.parent = parent;
      this.value = value;
      this.keys = keys;
      length = JsValues.length(keys == null ? value : keys);
    }

    JSObject next(PackWriter out) {
      if (keys == null) {
        return JsValues.element(value, index++);
      }
      JSObject key = JsValues.element(keys, index++);
      out.writeString(JsValues.text(key));
      return JsValues.property(value, key);
    }
  }
}
