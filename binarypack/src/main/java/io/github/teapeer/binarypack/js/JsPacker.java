package io.github.teapeer.binarypack.js;

import io.github.teapeer.binarypack.PackLimits;
import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.binarypack.UnsupportedValueException;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
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
  /**
   * One that is not in use. With a new one for each message, whose {@link #memberWriter} V8 has not
   * seen before, trees took some 5 percent longer.
   */
  private static JsPacker idle;

  private PackWriter out;
  private PackLimits limits;

  /** What the message is made of up to the last Blob in it; null if there is none. */
  private JSObject pieces;

  /** Where in {@link #out} it goes on behind that Blob; 0 if there is none. */
  private int cut;

  /** How many more elements there may be. */
  private int elements;

  /**
   * The array or object that was entered last at a depth which is a power of two. Deeper down it
   * has not been left. Who is in a cycle comes to it again.
   */
  private JSObject landmark;

  private int landmarkDepth;

  private final MemberWriter memberWriter = this::writeMember;

  /** The element that the last run of numbers in an array ended at. */
  private JSObject noNumber;

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
    // A getter of the value may pack something itself, so the packer is taken while it is in use.
    JsPacker packer = idle == null ? new JsPacker() : idle;
    idle = null;
    JSObject blob = packer.writeAll(out, value, limits);
    idle = packer;
    return blob;
  }

  private JSObject writeAll(PackWriter writer, JSObject value, PackLimits givenLimits) {
    out = writer;
    limits = givenLimits;
    elements = limits.maxElements();
    cut = 0;
    JSObject refusal = write(value, 0);
    JSObject blob = cut == 0 ? null : JsValues.join(pieces, out.buffer(), cut, out.length());
    // It must not keep what was packed.
    out = null;
    pieces = null;
    landmark = null;
    noNumber = null;
    if (refusal != null) {
      String path = JsValues.path(refusal);
      throw new UnsupportedValueException(JsValues.problem(refusal), path);
    }
    return blob;
  }

  /**
   * Writes a value that is in so many others.
   *
   * @return null, or what {@link JsValues#refuse} made of a value that cannot be packed: of the way
   *     to a value nothing is kept before somebody asks
   */
  private JSObject write(JSObject value, int depth) {
    int kind;
    String problem = null;
    if (JsValues.isText(value)) {
      out.writeString(JsValues.text(value));
    } else if (JsValues.isNumber(value)) {
      out.writeDouble(JsValues.number(value));
    } else if ((kind = JsValues.kind(value)) <= JsValues.OBJECT) {
      if (depth >= limits.maxDepth() || (value == landmark && depth > landmarkDepth)) {
        problem = "Too deep";
      } else {
        if ((depth & (depth - 1)) == 0) {
          landmark = value;
          landmarkDepth = depth;
        }
        JSObject keys = kind == JsValues.ARRAY ? value : JsValues.keys(value);
        int length = JsValues.length(keys);
        // A sparse array may be longer than an int can say.
        if (length > elements) {
          problem = "Too large";
        } else {
          elements -= length;
          if (kind == JsValues.ARRAY) {
            return writeArray(value, length, depth + 1);
          }
          out.writeMapHeader(length);
          return writeMembers(value, keys, depth + 1, memberWriter);
        }
      }
    } else if (kind >= JsValues.NULL) {
      out.writeByte(kind);
      if (kind > JsValues.TRUE) {
        out.writePacked(JsValues.bytes(value), 0, 8);
      }
    } else if (kind == JsValues.BLOB) {
      out.writeBinaryHeader(JsValues.size(value));
      if (pieces == null) {
        pieces = JsValues.list();
      }
      JsValues.append(pieces, out.buffer(), cut, out.length(), value);
      cut = out.length();
    } else if (kind == JsValues.DATE) {
      out.writeString(JsValues.toText(value));
    } else if (kind == JsValues.INTEGER) {
      out.writeDouble(JsValues.toNumber(value));
    } else {
      JSObject found = kind == JsValues.BINARY ? JsBytes.find(value) : null;
      if (found == null) {
        problem = JsValues.complaint(value);
      } else {
        byte[] bytes = JsBytes.of(found);
        out.writeBinary(bytes, 0, bytes.length);
      }
    }
    return problem == null ? null : JsValues.refuse(value, problem);
  }

  private JSObject writeArray(JSObject array, int length, int depth) {
    JSObject refusal = null;
    out.writeArrayHeader(length);
    int index = writeNumbers(array, 0, length);
    while (index < length && refusal == null) {
      refusal = write(noNumber, depth);
      if (refusal != null) {
        JsValues.addIndex(refusal, array, index);
      }
      index = writeNumbers(array, index + 1, length);
    }
    return refusal;
  }

  /**
   * Writes the numbers that follow one another in an array. A loop of its own, that nobody inlines:
   * with the other one it would be compiled for whatever arrays hold.
   *
   * @param start the index of the first element that may be one
   * @return the index of the first one that is {@link #noNumber}: getters are asked once
   */
  private int writeNumbers(JSObject array, int start, int length) {
    for (int index = start; index < length; index++) {
      JSObject element = JsValues.element(array, index);
      if (!JsValues.isNumber(element)) {
        noNumber = element;
        return index;
      }
      out.writeDouble(JsValues.number(element));
    }
    return length;
  }

  private JSObject writeMember(JSObject object, JSObject key, JSObject value, int depth) {
    out.writeString(JsValues.text(key));
    JSObject refusal = write(value, depth);
    if (refusal != null) {
      JsValues.addKey(refusal, object, key);
    }
    return refusal;
  }

  /** Writes a member of an object at a depth; what it returns is a refusal, or null. */
  @JSFunctor
  private interface MemberWriter extends JSObject {
    JSObject write(JSObject object, JSObject key, JSObject value, int depth);
  }

  /**
   * Has the members of an object written until one is refused. V8 knows where a member is while it
   * finds the keys itself, which saves some 5 percent of the time that trees take. Where it finds
   * others, because a getter has changed the object, the keys that there were at first decide.
   */
  @JSBody(
      params = {"object", "keys", "depth", "writer"},
      script =
          "var count = 0, refusal = null;"
              + " for (var key in object) {"
              + " if (refusal || key !== keys[count]) break;"
              + " count++; refusal = writer(object, key, object[key], depth); }"
              + " for (; !refusal && count < keys.length; count++)"
              + " refusal = writer(object, keys[count], object[keys[count]], depth);"
              + " return refusal;")
  private static native JSObject writeMembers(
      JSObject object, JSObject keys, int depth, MemberWriter writer);
}
