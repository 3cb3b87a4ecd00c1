package io.github.teapeer.binarypack.js;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/** The operations on JavaScript values that packing and unpacking come down to. */
final class JsValues {
  static final int TEXT = 0;
  static final int NUMBER = 1;
  static final int TRUE = 2;
  static final int FALSE = 3;
  static final int NOTHING = 4;
  static final int BIG_INTEGER = 5;
  static final int ARRAY = 6;
  static final int OBJECT = 7;
  static final int BINARY = 8;
  static final int BLOB = 9;
  static final int UNSUPPORTED = 10;

  private JsValues() {}

  /**
   * What a value is packed as. The constructor's name does not count, so values of another frame
   * are recognised. Objects of the platform that keep their content to themselves (Map, Promise,
   * DOM nodes) are unsupported instead of being packed as empty.
   */
  @JSBody(
      params = "value",
      script =
          "switch (typeof value) {"
              + "case 'string': return 0;"
              + "case 'number': return 1;"
              + "case 'boolean': return value ? 2 : 3;"
              + "case 'undefined': return 4;"
              + "case 'bigint': return 5;"
              + "case 'object':"
              + " if (!value) return 4;"
              + " if (Array.isArray(value)) return 6;"
              + " if (Object.getPrototypeOf(value) === Object.prototype) return 7;"
              + " if (ArrayBuffer.isView(value)) return 8;"
              + " var tag = Object.prototype.toString.call(value).slice(8, -1);"
              + " return tag === 'ArrayBuffer' ? 8"
              + " : tag === 'Blob' || tag === 'File' ? 9"
              + " : tag === 'Date' ? 0"
              + " : tag === 'Object' || /^class/.test(value.constructor) ? 7 : 10;"
              + "}"
              + "return 10;")
  static native int kind(JSObject value);

  @JSBody(params = "value", script = "return '' + value;")
  static native String text(JSObject value);

  @JSBody(params = "value", script = "return value;")
  static native double number(JSObject value);

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

  /** A Blob's size in bytes, or −1 if it is 2 GiB or more. */
  @JSBody(params = "blob", script = "return blob.size < 0x80000000 ? blob.size : -1;")
  static native int blobSize(JSObject blob);

  /** Appends bytes and a Blob to the pieces of a message, the first of which makes the list. */
  @JSBody(
      params = {"pieces", "bytes", "from", "end", "blob"},
      script = "pieces = pieces || []; pieces.push(bytes.slice(from, end), blob); return pieces;")
  static native JSObject append(
      JSObject pieces, @JSByRef byte[] bytes, int from, int end, JSObject blob);

  /** One Blob of all pieces and the bytes after them; no content is read. */
  @JSBody(
      params = {"pieces", "bytes", "from", "end"},
      script = "pieces.push(bytes.slice(from, end)); return new Blob(pieces);")
  static native JSObject join(JSObject pieces, @JSByRef byte[] bytes, int from, int end);

  @JSBody(params = "blob", script = "return blob.arrayBuffer();")
  static native JSObject content(JSObject blob);

  /** A path's tail with one step before it. */
  @JSBody(
      params = {"keys", "index", "tail"},
      script = "return (keys ? '.' + keys[index] : '[' + index + ']') + tail;")
  static native String step(JSObject keys, int index, String tail);

  @JSBody(script = "return [];")
  static native JSObject array();

  @JSBody(script = "return {};")
  static native JSObject object();

  @JSBody(script = "return void 0;")
  static native JSObject undefined();

  @JSBody(params = "value", script = "return value;")
  static native JSObject of(boolean value);

  @JSBody(params = "value", script = "return value;")
  static native JSObject of(int value);

  @JSBody(params = "value", script = "return value;")
  static native JSObject of(double value);

  @JSBody(params = "value", script = "return value;")
  static native JSObject of(String value);

  @JSBody(
      params = {"array", "value"},
      script = "array.push(value);")
  static native void add(JSObject array, JSObject value);

  /** Sets an own property; a plain assignment to {@code __proto__} would set the prototype. */
  @JSBody(
      params = {"object", "key", "value"},
      script =
          "if (key === '__proto__') Object.defineProperty(object, key,"
              + " {value: value, writable: true, enumerable: true, configurable: true});"
              + " else object[key] = value;")
  static native void put(JSObject object, String key, JSObject value);
}
