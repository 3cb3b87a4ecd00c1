package io.github.teapeer.jso.encoding;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What a decoder makes of unusual input.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#textdecoderoptions">Encoding,
 *     TextDecoderOptions</a>
 */
public interface TextDecoderOptions extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static TextDecoderOptions create() {
    return Dictionary.create(TextDecoderOptions.class);
  }

  /**
   * Says whether malformed input is an error; it becomes U+FFFD by default.
   *
   * @param value whether it is
   */
  @JSProperty
  void setFatal(boolean value);

  /**
   * Says whether a byte order mark is kept; it is dropped by default.
   *
   * @param value whether it is
   */
  @JSProperty
  void setIgnoreBOM(boolean value);
}
