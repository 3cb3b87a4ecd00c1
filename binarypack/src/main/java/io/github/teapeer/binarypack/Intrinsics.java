package io.github.teapeer.binarypack;

import java.nio.charset.StandardCharsets;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;

/**
 * What the platform does faster than Java code could: each method has a body for the JVM, and a
 * script that TeaVM takes instead.
 */
final class Intrinsics {
  private Intrinsics() {}

  /** Text and number in one string, without the number formatting of TeaVM's class library. */
  @JSBody(
      params = {"text", "number"},
      script = "return text + number;")
  static String join(String text, int number) {
    return text + number;
  }

  /**
   * Encodes a string as UTF-8 at once.
   *
   * @return the number of bytes written, or −1 if the platform has no faster way than a loop
   */
  @JSBody(
      params = {"text", "bytes", "offset"},
      script =
          "return new TextEncoder().encodeInto(text, new Uint8Array(bytes.buffer, offset)).written;")
  static int encodeUtf8(String text, @JSByRef byte[] bytes, int offset) {
    return -1;
  }

  /**
   * Decodes UTF-8 at once. The result has a U+FFFD wherever the bytes are not plain UTF-8; the
   * caller has to look closer then.
   *
   * @return the text, or null if it holds a U+FFFD
   */
  @JSBody(
      params = {"bytes", "from", "end"},
      script =
          "var text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes.subarray(from, end));"
              + "return text.includes('\\ufffd') ? null : text;")
  static String decodeUtf8(@JSByRef byte[] bytes, int from, int end) {
    String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
    return text.indexOf('\ufffd') < 0 ? text : null;
  }

  /** A view of a double's bits: element 0 is the low word, element 1 the high word. */
  @JSBody(params = "value", script = "return new Int32Array(value.buffer);")
  @JSByRef
  static int[] words(@JSByRef double[] value) {
    return new int[2];
  }
}
