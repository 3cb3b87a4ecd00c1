package io.github.teapeer.jso.encoding;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Decodes text. Keeps the start of a character whose end has not come yet, where it decodes a
 * stream.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#interface-textdecoder">Encoding, TextDecoder</a>
 */
public interface TextDecoder extends JSObject {
  /**
   * Makes a decoder of UTF-8; browsers only.
   *
   * @return the decoder
   */
  @JSBody(script = "return new TextDecoder();")
  static TextDecoder create() {
    throw new UnsupportedOperationException("A TextDecoder is made by the browser");
  }

  /**
   * Makes a decoder; browsers only.
   *
   * @param label the encoding, such as {@code utf-8}
   * @param options its options, or null
   * @return the decoder
   */
  @JSBody(
      params = {"label", "options"},
      script = "return new TextDecoder(label, options || undefined);")
  static TextDecoder create(String label, TextDecoderOptions options) {
    throw new UnsupportedOperationException("A TextDecoder is made by the browser");
  }

  /** {@return the encoding's name in small letters} */
  @JSProperty
  String getEncoding();

  /** {@return whether malformed input is an error} */
  @JSProperty
  boolean isFatal();

  /** {@return whether a byte order mark is kept} */
  @JSProperty
  boolean isIgnoreBOM();

  /**
   * Decodes all of a text.
   *
   * @param input an ArrayBuffer or a view
   * @return the text
   */
  String decode(JSObject input);

  /**
   * Decodes a piece of a text.
   *
   * @param input an ArrayBuffer or a view
   * @param options whether more follows
   * @return the text so far
   */
  String decode(JSObject input, TextDecodeOptions options);
}
