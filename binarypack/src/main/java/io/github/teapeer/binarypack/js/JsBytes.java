package io.github.teapeer.binarypack.js;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/** Bytes between JavaScript and Java: a {@code byte[]} is an Int8Array there. */
public final class JsBytes {
  private JsBytes() {}

  /**
   * The bytes of an ArrayBuffer, or those that a typed array or DataView views, in place: writing
   * to one writes to the other.
   */
  @JSBody(
      params = "source",
      script =
          "return source.buffer"
              + " ? new Int8Array(source.buffer, source.byteOffset, source.byteLength)"
              + " : new Int8Array(source);")
  @JSByRef
  public static native byte[] wrap(JSObject source);

  /** An ArrayBuffer of its own with a copy of so many bytes. */
  @JSBody(
      params = {"bytes", "offset", "count"},
      script = "return bytes.slice(offset, offset + count).buffer;")
  public static native JSObject copy(@JSByRef byte[] bytes, int offset, int count);

  /** A view of so many bytes. */
  @JSBody(
      params = {"bytes", "offset", "count"},
      script = "return bytes.subarray(offset, offset + count);")
  static native JSObject view(@JSByRef byte[] bytes, int offset, int count);

  /** The ArrayBuffer that an array is all of. */
  @JSBody(params = "bytes", script = "return bytes.buffer;")
  static native JSObject buffer(@JSByRef byte[] bytes);
}
