package io.github.teapeer.jso.encoding;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Encodes text as UTF-8.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#interface-textencoder">Encoding, TextEncoder</a>
 */
public interface TextEncoder extends JSObject {
  /**
   * Makes an encoder; browsers only.
   *
   * @return the encoder
   */
  @JSBody(script = "return new TextEncoder();")
  static TextEncoder create() {
    throw new UnsupportedOperationException("A TextEncoder is made by the browser");
  }

  /** {@return {@code utf-8}} */
  @JSProperty
  String getEncoding();

  /**
   * Encodes a text.
   *
   * @param input the text; a lone surrogate becomes U+FFFD
   * @return a Uint8Array
   */
  JSObject encode(String input);

  /**
   * Encodes as much of a text as fits.
   *
   * @param source the text; a lone surrogate becomes U+FFFD
   * @param destination a Uint8Array
   * @return how much it was
   */
  TextEncoderEncodeIntoResult encodeInto(String source, JSObject destination);
}
