package io.github.teapeer.binarypack.js;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/** The operations on JavaScript values that packing and unpacking come down to. */
final class JsValues {
  static final int ARRAY = 0;
  static final int OBJECT = 1;
  static final int BLOB = 2;
  static final int DATE = 3;

  /** A BigInt that a number is as well. */
  static final int INTEGER = 4;

  static final int BINARY = 5;

  // What is its type byte, as false and undefined are, or a BigInt of 64 bits behind it.
  static final int NULL = 0xc0;
  static final int TRUE = 0xc3;

  private JsValues() {}

  @JSBody(params = "value", script = "return typeof value === 'string';")
  static native boolean isText(JSObject value);

  @JSBody(params = "value", script = "return typeof value === 'number';")
  static native boolean isNumber(JSObject value);

  /**
   * What a value that is neither a string nor a number is packed as: a type byte, or one of the
   * numbers above, or 6 if it is unsupported. The constructor's name does not count, so values of
   * another frame are recognised. Objects of the platform that keep their content to themselves
   * (Map, Promise, DOM nodes) are unsupported instead of being packed as empty.
   */
  @JSBody(
      params = "value",
      script =
          "var tag; return value == null ? 0xc0"
              + " : typeof value === 'boolean' ? value ? 0xc3 : 0xc2"
              + " : typeof value === 'object' ? Array.isArray(value) ? 0"
              + "  : value.constructor === Object ? 1"
              + "  : ArrayBuffer.isView(value)"
              + "    || (tag = Object.prototype.toString.call(value).slice(8, -1)) === 'ArrayBuffer'"
              + "  ? 5"
              + "  : (tag === 'Blob' || tag === 'File') && value.size < 0x80000000 ? 2"
              + "  : tag === 'Date' ? 3"
              + "  : tag === 'Object' || /^class/.test(value.constructor) ? 1 : 6"
              + " : typeof value === 'bigint'"
              + " ? Number.isSafeInteger(Number(value)) ? 4"
              + "  : BigInt.asIntN(64, value) === value ? 0xd3"
              + "  : BigInt.asUintN(64, value) === value ? 0xcf : 6"
              + " : 6;")
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

  /** The eight bytes of a BigInt, the highest first, which the platform has last. */
  @JSBody(
      params = "value",
      script = "return new Int8Array(new BigInt64Array([value]).buffer).reverse();")
  @JSByRef
  static native byte[] bytes(JSObject value);

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

  /** Appends bytes and a Blob to the pieces of a message. */
  @JSBody(
      params = {"pieces", "bytes", "from", "end", "blob"},
      script = "pieces.push(bytes.slice(from, end), blob);")
  static native void append(
      JSObject pieces, @JSByRef byte[] bytes, int from, int end, JSObject blob);

  /** One Blob of all pieces and the bytes behind them; no content is read. */
  @JSBody(
      params = {"pieces", "bytes", "from", "end"},
      script = "pieces.push(bytes.slice(from, end)); return new Blob(pieces);")
  static native JSObject join(JSObject pieces, @JSByRef byte[] bytes, int from, int end);

  @JSBody(params = "blob", script = "return blob.arrayBuffer();")
  static native JSObject content(JSObject blob);

  /** A value that cannot be packed, why, and, from the inside out, the steps to where it is. */
  @JSBody(
      params = {"value", "problem"},
      script = "return [value, problem];")
  static native JSObject refuse(JSObject value, String problem);

  /** Adds an outer step: the index in an array. */
  @JSBody(
      params = {"refusal", "array", "index"},
      script = "refusal.push(array, '[' + index + ']');")
  static native void addIndex(JSObject refusal, JSObject array, int index);

  /** Adds an outer step: the key in an object. */
  @JSBody(
      params = {"refusal", "object", "key"},
      script = "refusal.push(object, '.' + key);")
  static native void addKey(JSObject refusal, JSObject object, JSObject key);

  /** Why a value cannot be packed: what is in itself is a cycle. */
  @JSBody(
      params = "refusal",
      script = "return refusal.lastIndexOf(refusal[0]) ? 'Cycle' : refusal[1];")
  static native String problem(JSObject refusal);

  /** The path of a value that cannot be packed; of a cycle, where it closes first. */
  @JSBody(
      params = "refusal",
      script =
          "return '$' + refusal.reduce((path, step, index) => index > 1 && index % 2"
              + " ? refusal.indexOf(refusal[index - 1], index) > 0 ? '' : step + path"
              + " : path, '');")
  static native String path(JSObject refusal);

  @JSBody(params = "size", script = "return new Array(size);")
  static native JSObject array(int size);

  @JSBody(script = "return [];")
  static native JSObject list();

  @JSBody(script = "return {};")
  static native JSObject object();

  /** What the tokens NULL, UNDEFINED, FALSE and TRUE stand for: 8, 9, 10 and 11. */
  @JSBody(params = "token", script = "return token > 9 ? token > 10 : token > 8 ? void 0 : null;")
  static native JSObject constant(int token);

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
