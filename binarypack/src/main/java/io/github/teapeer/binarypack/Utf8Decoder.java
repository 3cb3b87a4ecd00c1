package io.github.teapeer.binarypack;

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
  private Utf8Decoder() {}

  /** The browser's decoder; nothing where there is none, so that the script can be loaded there. */
  @JSBody(
      script = "return globalThis.TextDecoder" + " && new TextDecoder('utf-8', {ignoreBOM: true});")
  static JSObject platform() {
    return null;
  }

  /**
   * Decodes UTF-8 in which surrogates may be encoded like other characters. Short ASCII is not
   * worth calling the platform. It does not read shared memory, which is copied then.
   *
   * @param platform what {@link #platform} answered
   * @return the text, or null if the bytes are neither UTF-8 nor CESU-8
   */
  @JSBody(
      params = {"platform", "bytes", "from", "end"},
      script =
          "var index = from; var text = ''; var strict;"
              + " if (end - from < 64) while (index < end && bytes[index] >= 0) index++;"
              + " if (index === end) {"
              // Eight at a time, after those that are left over.
              + "  var rest = (end - from) & 7;"
              + "  for (index = from; index < end; index += rest || 8, rest = 0) {"
              + "   var part = String.fromCharCode(bytes[index] & 127, bytes[index + 1] & 127,"
              + "    bytes[index + 2] & 127, bytes[index + 3] & 127, bytes[index + 4] & 127,"
              + "    bytes[index + 5] & 127, bytes[index + 6] & 127, bytes[index + 7] & 127);"
              + "   text += rest ? part.slice(0, rest) : part;"
              + "  }"
              + " } else {"
              // It replaces what it cannot read. To have it throw for that takes many times longer.
              + "  try { text = platform.decode(bytes.subarray(from, end)); } catch (shared) { }"
              + "  if (!text || text.includes('\\ufffd')) {"
              + "   text = '';"
              + "   strict = platform.strict || (platform.strict ="
              + "    new TextDecoder('utf-8', {ignoreBOM: true, fatal: true}));"
              + "   try {"
              + "    for (index = from; index < end; index++) {"
              + "     if (bytes[index] === -19 && bytes[index + 1] >> 5 === -3"
              + "       && bytes[index + 2] >> 6 === -2 && index + 2 < end) {"
              + "      text += strict.decode(bytes.slice(from, index)) + String.fromCharCode("
              + "53248 | (bytes[index + 1] & 63) << 6 | bytes[index + 2] & 63);"
              + "      index += 2;"
              + "      from = index + 1;"
              + "     }"
              + "    }"
              + "    text += strict.decode(bytes.slice(from, end));"
              + "   } catch (malformed) { text = null; }"
              + "  }"
              + " }"
              + " return text;")
  static String decode(JSObject platform, @JSByRef byte[] bytes, int from, int end) {
    return JvmUtf8Decoder.decode(bytes, from, end);
  }
}
