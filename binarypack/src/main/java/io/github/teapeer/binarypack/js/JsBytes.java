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
  public static byte[] wrap(JSObject source) {
    return of(find(source));
  }

  /**
   * What {@link #wrap} wraps; null where there are no bytes, because the buffer was transferred or
   * the view is out of its bounds.
   */
  @JSBody(
      params = "source",
      script =
          "try { return source.buffer"
              + " ? new Int8Array(source.buffer, source.byteOffset, source.byteLength)"
              + " : new Int8Array(source); } catch (gone) { return null; }")
  static native JSObject find(JSObject source);

  /** An array of bytes as Java has it. */
  @JSBody(params = "bytes", script = "return bytes;")
  @JSByRef
  static native byte[] of(JSObject bytes);

  /** An ArrayBuffer of its own with what is viewed: {@code slice} would clear it first. */
  @JSBody(params = "view", script = "return new Int8Array(view).buffer;")
  static native JSObject copy(JSObject view);

  /** A view of the bytes up to an end. */
  @JSBody(
      params = {"bytes", "from", "end"},
      script = "return bytes.subarray(from, end);")
  static native JSObject view(@JSByRef byte[] bytes, int from, int end);

  /** The ArrayBuffer that an array is all of. */
  @JSBody(params = "bytes", script = "return bytes.buffer;")
  static native JSObject buffer(@JSByRef byte[] bytes);
}
