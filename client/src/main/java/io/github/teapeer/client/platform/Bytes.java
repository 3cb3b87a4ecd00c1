package io.github.teapeer.client.platform;

import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.value.JavaValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/**
 * Bytes on their way into and out of a channel. Every method has two bodies: TeaVM takes the
 * script, the JVM takes the Java code, where an ArrayBuffer is a {@link JavaValue} of {@code
 * byte[]}.
 */
public final class Bytes {
  private Bytes() {}

  /**
   * Shows a part of an array to a channel, which copies it when it is sent.
   *
   * @param array the array, not copied in the browser
   * @param start the first byte
   * @param length the number of bytes
   * @return a Uint8Array
   */
  @JSBody(
      params = {"array", "start", "length"},
      script = "return new Uint8Array(array.buffer, array.byteOffset + start, length);")
  public static JSObject view(@JSByRef byte[] array, int start, int length) {
    return JavaValue.of(Arrays.copyOfRange(array, start, start + length));
  }

  /**
   * The bytes of an ArrayBuffer or a view; shared, not copied, in the browser.
   *
   * @param data an ArrayBuffer or a view
   * @return the bytes; null where there are none, because the buffer was transferred
   */
  @JSBody(
      params = "data",
      script =
          "try { return data.buffer"
              + " ? new Int8Array(data.buffer, data.byteOffset, data.byteLength)"
              + " : new Int8Array(data); } catch (gone) { return null; }")
  @JSByRef
  public static byte[] of(JSObject data) {
    return (byte[]) JavaValue.unwrap(data);
  }

  /**
   * Copies an array into another.
   *
   * @param source what is copied
   * @param target has room for them from the offset on
   * @param offset where the first byte goes
   */
  @JSBody(
      params = {"source", "target", "offset"},
      script = "target.set(source, offset);")
  public static void copy(@JSByRef byte[] source, @JSByRef byte[] target, int offset) {
    System.arraycopy(source, 0, target, offset, source.length);
  }

  /**
   * All of an array as the value that a reader gets.
   *
   * @param array an array that is not part of another one
   * @return an ArrayBuffer, in the browser the one that the array is on
   */
  @JSBody(params = "array", script = "return array.buffer;")
  public static JSObject buffer(@JSByRef byte[] array) {
    return JavaValue.of(array);
  }

  /**
   * Gives the memory of bytes back at once in Firefox, whose garbage would grow to twice as much
   * before it looks for it. Chromium, which looks the later the less there is, would grow more.
   *
   * @param array what nobody uses any more, nor anything else of the buffer that it is on
   */
  @JSBody(
      params = "array",
      script =
          "if (typeof InternalError === 'function' && array.buffer.transfer)"
              + " array.buffer.transfer(0);")
  public static void release(@JSByRef byte[] array) {
    // The JVM looks for garbage when it needs the memory.
  }

  /**
   * Tells whether a value is an ArrayBuffer or a view.
   *
   * @param value any value, or null
   * @return whether {@link #of} works on it
   */
  @JSBody(
      params = "value",
      script = "return value instanceof ArrayBuffer || ArrayBuffer.isView(value);")
  public static boolean isBinary(JSObject value) {
    return JavaValue.unwrap(value) instanceof byte[];
  }

  /**
   * Tells whether a value is a Blob or a File.
   *
   * @param value any value, or null
   * @return whether it is
   */
  @JSBody(params = "value", script = "return value instanceof Blob;")
  public static boolean isBlob(JSObject value) {
    return value instanceof Blob;
  }

  /**
   * Tells whether a message is larger than a limit.
   *
   * @param message as for {@link #size}
   * @param limit the number of bytes that it may have
   * @return whether it has more
   */
  public static boolean exceeds(JSObject message, double limit) {
    return !isShortText(message, limit) && size(message) > limit;
  }

  /** Whether a message is a text whose bytes need not be counted to know that they are not more. */
  @JSBody(
      params = {"message", "limit"},
      script = "return typeof message === 'string' && message.length * 3 <= limit;")
  private static boolean isShortText(JSObject message, double limit) {
    return JavaValue.unwrap(message) instanceof String text && text.length() * 3.0 <= limit;
  }

  /**
   * The size of a message.
   *
   * @param message an ArrayBuffer, a view, a Blob, a string, or null
   * @return its bytes; of a string, its bytes as UTF-8
   */
  @JSBody(
      params = "message",
      script =
          "return typeof message === 'string'"
              + " ? new TextEncoder().encode(message).length"
              + " : message ? message.byteLength || message.size || 0 : 0;")
  public static double size(JSObject message) {
    Object value = JavaValue.unwrap(message);
    if (value instanceof Blob blob) {
      return blob.getSize();
    }
    return value instanceof byte[] bytes
        ? bytes.length
        : String.valueOf(value).getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Bytes that came as text, one character a byte, as PeerJS 0.3 sends them where it believes that
   * a channel carries no binary.
   *
   * @param text characters up to U+00FF
   * @return an ArrayBuffer
   */
  @JSBody(
      params = "text",
      script = "return Uint8Array.from(text, chr => chr.charCodeAt(0)).buffer;")
  public static JSObject ofBinaryString(JSObject text) {
    return JavaValue.of(JavaValue.unwrap(text).toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
