package io.github.teapeer.binarypack.js;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/** The operations on JavaScript values that packing and unpacking come down to. */
final class JsValues {
  static final int ARRAY = 0;
  static final int OBJECT = 1;
  static final int TRUE = 2;
  static final int FALSE = 3;
  static final int NOTHING = 4;
  static final int BINARY = 12;
  static final int BLOB = 6;
  static final int DATE = 7;
  static final int INTEGER = 8;
  static final int SIGNED = 9;
  static final int UNSIGNED = 10;
  static final int UNSUPPORTED = 11;

  private JsValues() {}

  @JSBody(params = "value", script = "return typeof value === 'string';")
  static native boolean isText(JSObject value);

  @JSBody(params = "value", script = "return typeof value === 'number';")
  static native boolean isNumber(JSObject value);

  /**
   * What a value that is neither a string nor a number is packed as. The constructor's name does
   * not count, so values of another frame are recognised. Objects of the platform that keep their
   * content to themselves (Map, Promise, DOM nodes) are unsupported instead of being packed as
   * empty.
   */
  @JSBody(
      params = "value",
      script =
          "switch (typeof value) {"
              + "case 'boolean': return value ? 2 : 3;"
              + "case 'undefined': return 4;"
              + "case 'object':"
              + " if (!value) return 4;"
              + " if (Array.isArray(value)) return 0;"
              + " if (value.constructor === Object) return 1;"
              + " if (ArrayBuffer.isView(value)) return 12;"
              + " var tag = Object.prototype.toString.call(value).slice(8, -1);"
              + " return tag === 'ArrayBuffer' ? 12"
              + " : (tag === 'Blob' || tag === 'File') && value.size < 0x80000000 ? 6"
              + " : tag === 'Date' ? 7"
              + " : tag === 'Object' || /^class/.test(value.constructor) ? 1 : 11;"
              + "case 'bigint':"
              + " return Number.isSafeInteger(Number(value)) ? 8"
              + " : BigInt.asIntN(64, value) === value ? 9"
              + " : BigInt.asUintN(64, value) === value ? 10 : 11;"
              + "}"
              + "return 11;")
  static native int kind(JSObject value);

  /** The text of a string. */
  @JSBody(params = "value", script = "return value;")
  static native String text(JSObject value);

  /** What a value is as a string. */
  @JSBody(params = "value", script = "return '' + value;")
  static native String toText(JSObject value);

  @JSBody(params = "value", script = "return Number(value);")
  static native double toNumber(JSObject value);

  /** The value of a number. */
  @JSBody(params = "value", script = "return value;")
  static native double number(JSObject value);

  /** The lower and the upper 32 bits of a BigInt. */
  @JSBody(params = "value", script = "return new Int32Array(new BigInt64Array([value]).buffer);")
  @JSByRef
  static native int[] words(JSObject value);

  /** What is wrong with an unsupported value; says of what type it is. */
  @JSBody(
      params = "value",
      script = "return 'Cannot pack ' + Object.prototype.toString.call(value);")
  static native String complaint(JSObject value);

  @JSBody(params = "value", script = "return Object.keys(value);")
  static native JSObject keys(JSObject value);

  @JSBody(params = "value", script = "return value.length;")
  static native int length(JSObject value);

  @JSBody(
      params = {"value", "index"},
      script = "return value[index];")
  static native JSObject element(JSObject value, int index);

  @JSBody(
      params = {"value", "key"},
      script = "return value[key];")
  static native JSObject property(JSObject value, JSObject key);

  @JSBody(params = "blob", script = "return blob.size;")
  static native int size(JSObject blob);

  /**
   * Appends bytes and a Blob to the pieces of a message.
   *
   * @param pieces a list, or null to start one
   * @param blob null if none follows
   */
  @JSBody(
      params = {"pieces", "bytes", "from", "end", "blob"},
      script =
          "pieces = pieces || []; pieces.push(bytes.slice(from, end), blob || ''); return pieces;")
  static native JSObject append(
      JSObject pieces, @JSByRef byte[] bytes, int from, int end, JSObject blob);

  /** One Blob of all pieces; no content is read. */
  @JSBody(params = "pieces", script = "return new Blob(pieces);")
  static native JSObject join(JSObject pieces);

  @JSBody(params = "blob", script = "return blob.arrayBuffer();")
  static native JSObject content(JSObject blob);

  /** A value that cannot be packed, why, and, from the inside out, the steps to where it is. */
  @JSBody(
      params = {"value", "problem"},
      script = "return [value, problem];")
  static native JSObject refuse(JSObject value, String problem);

  /**
   * Adds an outer step.
   *
   * @param container the array or object
   * @param step the index or key in it
   */
  @JSBody(
      params = {"refusal", "container", "step"},
      script = "refusal.push(container, step);")
  static native void addStep(JSObject refusal, JSObject container, JSObject step);

  /** Why a value cannot be packed: what is in itself is a cycle. */
  @JSBody(
      params = "refusal",
      script = "return refusal.lastIndexOf(refusal[0]) ? 'Cycle' : refusal[1];")
  static native String problem(JSObject refusal);

  /** The path of a value that cannot be packed; of a cycle, where it closes first. */
  @JSBody(
      params = "refusal",
      script =
          "return refusal.reduce(function(path, step, index) {"
              + " var container = refusal[index - 1];"
              + " return index < 2 || index % 2 && refusal.indexOf(container, index) > 0 ? '$'"
              + " : index % 2 ? '$' + (Array.isArray(container) ? '[' + step + ']' : '.' + step)"
              + " + path.slice(1) : path; }, '');")
  static native String path(JSObject refusal);

  @JSBody(params = "size", script = "return new Array(size);")
  static native JSObject array(int size);

  @JSBody(script = "return {};")
  static native JSObject object();

  /** What the last two bits of the tokens NULL, UNDEFINED, FALSE and TRUE stand for. */
  @JSBody(params = "bits", script = "return bits === 0 ? null : bits === 1 ? void 0 : bits === 3;")
  static native JSObject constant(int bits);

  @JSBody(params = "value", script = "return value;")
  static native JSObject of(int value);

  @JSBody(params = "value", script = "return value;")
  static native JSObject of(double value);

  @JSBody(params = "value", script = "return value;")
  static native JSObject of(String value);

  /** Sets an own property. A plain assignment to {@code __proto__} would set the prototype. */
  @JSBody(
      params = {"container", "key", "value"},
      script =
          "if (key === '__proto__') Object.defineProperty(container, key,"
              + " {value: value, writable: true, enumerable: true, configurable: true});"
              + " else container[key] = value;")
  static native void put(JSObject container, String key, JSObject value);

  /** Sets an element of an array. */
  @JSBody(
      params = {"array", "index", "value"},
      script = "array[index] = value;")
  static native void put(JSObject array, int index, JSObject value);
}
