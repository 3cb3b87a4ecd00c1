package io.github.teapeer.binarypack;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;

/**
 * UTF-8 and its relative CESU-8, which encodes every UTF-16 unit on its own: a character beyond
 * U+FFFF is two surrogates of three bytes each. The decoders up to PeerJS 1.4.7 know nothing else;
 * both are read, and CESU-8 is written on demand.
 *
 * <p>The methods with a script have a body for the JVM, which TeaVM replaces by the script.
 */
final class Utf8 {
  /** From this length on, setting up the platform's codec costs less than it saves. */
  private static final int PLATFORM_LENGTH = 24;

  private Utf8() {}

  /**
   * Writes a string. A lone surrogate becomes U+FFFD, as the WHATWG Encoding Standard has it, or in
   * CESU-8 stays what it is.
   *
   * @param out has room for three bytes a UTF-16 unit
   * @return the offset after the last byte
   */
  static int encode(String text, byte[] out, int offset, boolean cesu8) {
    int units = text.length();
    if (!cesu8 && units >= PLATFORM_LENGTH) {
      return encodeUtf8(text, out, offset);
    }
    int at = offset;
    for (int i = 0; i < units; i++) {
      int unit = unit(text, i);
      if (unit < 0x80) {
        out[at++] = (byte) unit;
        continue;
      }
      if (unit < 0x800) {
        out[at++] = (byte) (0xc0 | (unit >> 6));
      } else {
        if (!cesu8 && unit >> 11 == 0x1b) {
          return encodeUtf8(text, out, offset);
        }
        out[at++] = (byte) (0xe0 | (unit >> 12));
        out[at++] = (byte) (0x80 | ((unit >> 6) & 63));
      }
      out[at++] = (byte) (0x80 | (unit & 63));
    }
    return at;
  }

  /**
   * Reads a string.
   *
   * @return the text, or null if the bytes are neither UTF-8 nor CESU-8
   */
  static String decode(byte[] in, int from, int end) {
    String text = null;
    if (end - from < PLATFORM_LENGTH) {
      text = decodeUnits(in, from, end);
    }
    if (text == null) {
      text = decodeUtf8(in, from, end);
    }
    return text == null ? decodeUnits(in, from, end) : text;
  }

  /** Reads CESU-8, and so UTF-8 without characters beyond U+FFFF. */
  private static String decodeUnits(byte[] in, int from, int end) {
    char[] text = new char[end - from];
    int length = 0;
    int at = from;
    while (at < end) {
      int unit = in[at++];
      if (unit < 0) {
        int more = unit < -32 ? 1 : 2;
        if (unit < -64 || unit >= -16 || end - at < more) {
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
        if (unit < 0x80 || (more > 1 && unit < 0x800)) {
          return null;
        }
      }
      text[length++] = (char) unit;
    }
    return string(text, length);
  }

  /** The UTF-16 unit at an index, which is not checked. */
  @JSBody(
      params = {"text", "index"},
      script = "return text.charCodeAt(index);")
  private static int unit(String text, int index) {
    return text.charAt(index);
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

  /**
   * Encodes a string as UTF-8, a lone surrogate as U+FFFD.
   *
   * @param bytes has room for three bytes a UTF-16 unit
   * @return the offset after the last byte
   */
  @JSBody(
      params = {"text", "bytes", "offset"},
      script =
          "return offset + new TextEncoder().encodeInto("
              + "text, new Uint8Array(bytes.buffer, offset)).written;")
  private static int encodeUtf8(String text, @JSByRef byte[] bytes, int offset) {
    ByteBuffer out = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .replaceWith(new byte[] {(byte) 0xef, (byte) 0xbf, (byte) 0xbd})
        .encode(CharBuffer.wrap(text), out, true);
    return out.position();
  }

  /**
   * Decodes UTF-8.
   *
   * @return the text, or null if the bytes are not UTF-8
   */
  @JSBody(
      params = {"bytes", "from", "end"},
      script =
          "try {"
              + " return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})"
              + ".decode(bytes.subarray(from, end));"
              + "} catch (failure) { return null; }")
  private static String decodeUtf8(@JSByRef byte[] bytes, int from, int end) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, end - from))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }
}
