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
  private final PackWriter out;
  private final PackLimits limits;
  private JSObject pieces;
  private int cut;
  private int elements;

  private JsPacker(PackWriter out, PackLimits limits) {
    this.out = out;
    this.limits = limits;
  }

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
    JsPacker packer = new JsPacker(out, limits);
    packer.write(value, null);
    JSObject pieces = packer.pieces;
    return pieces == null
        ? null
        : JsValues.join(JsValues.append(pieces, out.buffer(), packer.cut, out.length(), null));
  }

  private void write(JSObject value, Container parent) {
    int kind;
    JSObject found;
    if (JsValues.isText(value)) {
      out.writeString(JsValues.text(value));
    } else if (JsValues.isNumber(value)) {
      out.writeDouble(JsValues.number(value));
    } else if ((kind = JsValues.kind(value)) <= JsValues.OBJECT) {
      Container container = new Container(this, parent, value);
      if (kind == JsValues.ARRAY) {
        writeArray(container);
      } else {
        writeObject(container);
      }
    } else if (kind <= JsValues.FALSE) {
      out.writeBoolean(kind == JsValues.TRUE);
    } else if (kind == JsValues.NOTHING) {
      out.writeNull();
    } else if (kind == JsValues.BINARY && (found = JsBytes.find(value)) != null) {
      byte[] bytes = JsBytes.of(found);
      out.writeBinary(bytes, 0, bytes.length);
    } else if (kind == JsValues.BLOB) {
      out.writeBinaryHeader(JsValues.size(value));
      pieces = JsValues.append(pieces, out.buffer(), cut, out.length(), value);
      cut = out.length();
    } else if (kind == JsValues.DATE) {
      out.writeString(JsValues.toText(value));
    } else if (kind == JsValues.INTEGER) {
      out.writeDouble(JsValues.toNumber(value));
    } else if (kind < JsValues.UNSUPPORTED) {
      int[] words = JsValues.words(value);
      out.writeWords(words[1], words[0], kind == JsValues.UNSIGNED);
    } else {
      throw unsupported(JsValues.complaint(value), parent);
    }
  }

  private void writeArray(Container array) {
    int length = JsValues.length(array.value);
    count(length, array);
    out.writeArrayHeader(length);
    for (int index = 0; index < length; index++) {
      JSObject element = JsValues.element(array.value, index);
      // Most arrays of numbers have nothing else in them.
      if (JsValues.isNumber(element)) {
        out.writeDouble(JsValues.number(element));
      } else {
        array.step = JsValues.of(index);
        write(element, array);
      }
    }
  }

  private void writeObject(Container object) {
    JSObject keys = JsValues.keys(object.value);
    int length = JsValues.length(keys);
    count(length, object);
    out.writeMapHeader(length);
    for (int index = 0; index < length; index++) {
      JSObject key = JsValues.element(keys, index);
      out.writeString(JsValues.text(key));
      object.step = key;
      write(JsValues.property(object.value, key), object);
    }
  }

  private void count(int more, Container container) {
    // A sparse array may be longer than an int can say.
    if (more > limits.maxElements() - elements) {
      throw unsupported("Too large", container.parent);
    }
    elements += more;
  }

  private static UnsupportedValueException unsupported(String problem, Container innermost) {
    String path = "$";
    for (Container outer = innermost; outer != null; outer = outer.parent) {
      path = JsValues.step(outer.value, outer.step, path);
    }
    return new UnsupportedValueException(problem, path);
  }

  /** An array or object that is being written. */
  static final class Container {
    final Container parent;
    final JSObject value;
    final int depth;

    /** The index or key of the value that is being written. */
    JSObject step = JsValues.of(0);

    Container(JsPacker packer, Container parent, JSObject value) {
      this.parent = parent;
      this.value = value;
      int outside = parent == null ? 0 : parent.depth;
      depth = outside + 1;
      boolean tooDeep = outside >= packer.limits.maxDepth();
      // Who is in a cycle gets to every depth: it is enough to look at each power of two.
      if ((tooDeep || (outside & (outside - 1)) == 0) && isWithin(value, parent)) {
        Container last = parent;
        while (isWithin(last.value, last.parent)) {
          last = last.parent;
        }
        throw unsupported("Cycle", last);
      }
      if (tooDeep) {
        throw unsupported("Too deep", parent);
      }
    }

    private static boolean isWithin(JSObject value, Container innermost) {
      Container outer = innermost;
      while (outer != null && outer.value != value) {
        outer = outer.parent;
      }
      return outer != null;
    }
  }
}
