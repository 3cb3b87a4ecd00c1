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
   * @param limits of which {@link PackLimits#maxDepth} and {@link PackLimits#maxElements} matter
   *     here
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
    int elements = 0;
    while (true) {
      int kind;
      if (JsValues.isText(current)) {
        out.writeString(JsValues.text(current));
      } else if (JsValues.isNumber(current)) {
        out.writeDouble(JsValues.number(current));
      } else if ((kind = JsValues.kind(current)) <= JsValues.OBJECT) {
        boolean array = kind == JsValues.ARRAY;
        top = open(top, current, array ? current : JsValues.keys(current), limits);
        // A sparse array may be longer than an int can say.
        if (top.length > limits.maxElements() - elements) {
          throw unsupported("Too large", top.parent);
        }
        elements += top.length;
        if (array) {
          out.writeArrayHeader(top.length);
          top.writeNumbers(out);
        } else {
          out.writeMapHeader(top.length);
        }
      } else if (kind <= JsValues.FALSE) {
        out.writeBoolean(kind == JsValues.TRUE);
      } else if (kind == JsValues.NOTHING) {
        out.writeNull();
      } else if (kind == JsValues.BINARY) {
        byte[] bytes = JsBytes.wrap(current);
        out.writeBinary(bytes, 0, bytes.length);
      } else if (kind == JsValues.BLOB) {
        out.writeBinaryHeader(JsValues.size(current));
        pieces = JsValues.append(pieces, out.buffer(), cut, out.length(), current);
        cut = out.length();
      } else if (kind == JsValues.DATE) {
        out.writeString(JsValues.toText(current));
      } else if (kind == JsValues.INTEGER) {
        out.writeDouble(JsValues.toNumber(current));
      } else if (kind < JsValues.UNSUPPORTED) {
        int[] words = JsValues.words(current);
        out.writeWords(words[1], words[0], kind == JsValues.UNSIGNED);
      } else {
        throw unsupported(JsValues.complaint(current), top);
      }
      while (top != null && top.index == top.length) {
        top = top.parent;
      }
      if (top == null) {
        break;
      }
      current = top.next(out);
    }
    return pieces == null
        ? null
        : JsValues.join(JsValues.append(pieces, out.buffer(), cut, out.length(), null));
  }

  private static Frame open(Frame top, JSObject value, JSObject steps, PackLimits limits) {
    int depth = top == null ? 0 : top.depth;
    boolean tooDeep = depth >= limits.maxDepth();
    // Who is in a cycle gets to every depth: it is enough to look at each power of two.
    if ((tooDeep || (depth & (depth - 1)) == 0) && isWithin(value, top)) {
      Frame last = top;
      while (isWithin(last.value, last.parent)) {
        last = last.parent;
      }
      throw unsupported("Cycle", last);
    }
    if (tooDeep) {
      throw unsupported("Too deep", top);
    }
    return new Frame(top, value, steps, depth + 1);
  }

  private static boolean isWithin(JSObject value, Frame top) {
    Frame outer = top;
    while (outer != null && outer.value != value) {
      outer = outer.parent;
    }
    return outer != null;
  }

  private static UnsupportedValueException unsupported(String problem, Frame top) {
    String path = "$";
    for (Frame frame = top; frame != null; frame = frame.parent) {
      path = JsValues.step(frame.value, frame.steps, frame.index - 1, path);
    }
    return new UnsupportedValueException(problem, path);
  }

  /** A container that is being packed; {@code steps} are its keys, or of an array the elements. */
  private static final class Frame {
    final Frame parent;
    final JSObject value;
    final JSObject steps;
    final int length;
    final int depth;
    int index;

    Frame(Frame parent, JSObject value, JSObject steps, int depth) {
      this.parent = parent;
      this.value = value;
      this.steps = steps;
      this.depth = depth;
      length = JsValues.length(steps);
    }

    /** Most arrays of numbers have nothing else in them: a loop for these alone. */
    void writeNumbers(PackWriter out) {
      while (index < length) {
        JSObject element = JsValues.element(value, index);
        if (!JsValues.isNumber(element)) {
          break;
        }
        out.writeDouble(JsValues.number(element));
        index++;
      }
    }

    JSObject next(PackWriter out) {
      JSObject step = JsValues.element(steps, index++);
      if (steps == value) {
        return step;
      }
      out.writeString(JsValues.text(step));
      return JsValues.property(value, step);
    }
  }
}
