package io.github.teapeer.binarypack;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/**
 * Writes UTF-8, or on demand its relative CESU-8, which encodes every UTF-16 unit on its own: a
 * character beyond U+FFFF is two surrogates of three bytes each. The decoders up to PeerJS 1.4.7
 * know nothing else.
 *
 * <p>The methods with a script have a body for the JVM, which TeaVM replaces by the script.
 */
@SuppressWarnings("UnusedVariable") // The platform's encoder is for the browser alone.
final class Utf8Encoder {
  /** From this length on, setting up the platform's codec costs less than it saves. */
  private static final int PLATFORM_LENGTH = 64;

  private Utf8Encoder() {}

  /**
   * Writes a string. A lone surrogate becomes U+FFFD, as the WHATWG Encoding Standard has it, or in
   * CESU-8 stays what it is.
   *
   * @param platform what {@link #platform} answered
   * @param cesu8 whether it is CESU-8 that is written
   * @param out has room for three bytes a UTF-16 unit
   * @return the offset after the last byte
   */
  static int encode(JSObject platform, boolean cesu8, String text, byte[] out, int offset) {
    int units = text.length();
    int at = offset;
    int i = 0;
    if (cesu8 || units < PLATFORM_LENGTH) {
      for (; i < units; i++) {
        int unit = unit(text, i);
        if (unit >= 0x80) {
          if (unit < 0x800) {
            out[at++] = (byte) (0xc0 | (unit >> 6));
          } else {
            if (!cesu8 && unit >> 11 == 0x1b) {
              break;
            }
            out[at] = (byte) (0xe0 | (unit >> 12));
            out[at + 1] = (byte) (0x80 | ((unit >> 6) & 63));
            at += 2;
          }
          unit = 0x80 | (unit & 63);
        }
        out[at++] = (byte) unit;
      }
    }
    return i < units ? encode(platform, text, out, offset) : at;
  }

  /** The UTF-16 unit at an index, which is not checked. */
  @JSBody(
      params = {"text", "index"},
      script = "return text.charCodeAt(index);")
  private static int unit(String text, int index) {
    return text.charAt(index);
  }

  /** The browser's encoder; nothing where there is none, so that the script can be loaded there. */
  @JSBody(script = "return globalThis.TextEncoder && new TextEncoder();")
  static JSObject platform() {
    return null;
  }

  /**
   * Encodes a string as UTF-8, a lone surrogate as U+FFFD.
   *
   * @param bytes has room for three bytes a UTF-16 unit
   * @return the offset after the last byte
   */
  @JSBody(
      params = {"platform", "text", "bytes", "offset"},
      script =
          "return offset + platform.encodeInto("
              + "text, new Uint8Array(bytes.buffer, offset)).written;")
  private static int encode(JSObject platform, String text, @JSByRef byte[] bytes, int offset) {
    return JvmUtf8Encoder.encode(text, bytes, offset);
  }
}
