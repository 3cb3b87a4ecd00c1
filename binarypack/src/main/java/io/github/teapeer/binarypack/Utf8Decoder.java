package io.github.teapeer.binarypack;

import java.nio.charset.StandardCharsets;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/**
 * Reads UTF-8 and its relative CESU-8, in which a character beyond U+FFFF is two surrogates of
 * three bytes each: the encoders up to PeerJS 1.4.7 know nothing else.
 *
 * <p>The methods with a script have a body for the JVM, which TeaVM replaces by the script.
 */
@SuppressWarnings("UnusedVariable") // The platform's decoder is for the browser alone.
final class Utf8Decoder {
  private static final char REPLACEMENT = '\ufffd';

  private final JSObject platform = platform();

  /**
   * Reads a string.
   *
   * @return the text, or null if the bytes are neither UTF-8 nor CESU-8
   */
  String decode(byte[] in, int from, int end) {
    String text = decode(platform, in, from, end);
    return text == null ? decodeUnits(in, from, end) : text;
  }

  private static String decodeUnits(byte[] in, int from, int end) {
    char[] text = new char[end - from];
    int length = 0;
    int at = from;
    while (at < end) {
      int unit = in[at++];
      if (unit < 0) {
        int more = unit < -32 ? 1 : unit < -16 ? 2 : 3;
        if (unit < -64 || unit >= -8 || end - at < more) {
          return null;
        }
        unit &= 63 >> more;
        for (int last = at + more; at < last; at++) {
          if (in[at] >= -64) {
            return null;
          }
          unit = (unit << 6) | (in[at] & 63);
        }
        // Overlong forms are refused: nothing writes them.
        if (unit >> (more == 1 ? 7 : more * 5 + 1) == 0 || unit > 0x10ffff) {
          return null;
        }
        if (more == 3) {
          text[length++] = (char) (0xd7c0 + (unit >> 10));
          unit = 0xdc00 | (unit & 0x3ff);
        }
      }
      text[length++] = (char) unit;
    }
    return string(text, length);
  }

  /** The browser's decoder; nothing where there is none, so that the script can be loaded there. */
  @JSBody(
      script =
          "return typeof TextDecoder === 'function'"
              + " ? new TextDecoder('utf-8', {ignoreBOM: true}) : null;")
  private static JSObject platform() {
    return null;
  }

  /**
   * Decodes UTF-8, or returns null: where the bytes are something else, or in shared memory, which
   * browsers do not decode. Short ASCII is not worth calling the platform.
   */
  @JSBody(
      params = {"platform", "bytes", "from", "end"},
      script =
          "var index = from; var text = '';"
              + " if (end - from < 64) {"
              + "  while (index < end && bytes[index] >= 0) index++;"
              + "  if (index === end) {"
              // Eight at a time, after those that are left over.
              + "   var rest = (end - from) & 7;"
              + "   for (index = from; index < end; index += rest || 8, rest = 0) {"
              + "    var part = String.fromCharCode(bytes[index] & 127, bytes[index + 1] & 127,"
              + "     bytes[index + 2] & 127, bytes[index + 3] & 127, bytes[index + 4] & 127,"
              + "     bytes[index + 5] & 127, bytes[index + 6] & 127, bytes[index + 7] & 127);"
              + "    text += rest ? part.slice(0, rest) : part;"
              + "   }"
              + "   return text;"
              + "  }"
              + " }"
              // It replaces what it cannot read. To have it throw for that takes many times longer.
              + " try { text = platform.decode(bytes.subarray(from, end)); }"
              + " catch (shared) { text = '\\ufffd'; }"
              + " return text.includes('\\ufffd') ? null : text;")
  private static String decode(JSObject platform, @JSByRef byte[] bytes, int from, int end) {
    String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
    // The JVM replaces what it cannot read. Looking for that is faster than having it throw.
    return text.indexOf(REPLACEMENT) < 0 ? text : null;
  }

  /** A string of so many UTF-16 units; as many at a time as a call may have arguments. */
  @JSBody(
      params = {"units", "length"},
      script =
          "var text = '';"
              + " for (var start = 0; start < length; start += 4096) {"
              + "  text += String.fromCharCode.apply("
              + "null, units.subarray(start, Math.min(start + 4096, length)));"
              + " }"
              + " return text;")
  private static String string(@JSByRef char[] units, int length) {
    return new String(units, 0, length);
  }
}
