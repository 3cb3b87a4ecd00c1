package io.github.teapeer.jso.encoding;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How much of a text was encoded.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#dictdef-textencoderencodeintoresult">Encoding,
 *     TextEncoderEncodeIntoResult</a>
 */
public interface TextEncoderEncodeIntoResult extends JSObject {
  /** {@return the number of characters of the text that were encoded} */
  @JSProperty
  int getRead();

  /** {@return the number of bytes that were written} */
  @JSProperty
  int getWritten();
}
