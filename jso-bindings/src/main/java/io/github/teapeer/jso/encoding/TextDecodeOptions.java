package io.github.teapeer.jso.encoding;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How a piece of text is decoded.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#textdecodeoptions">Encoding,
 *     TextDecodeOptions</a>
 */
public interface TextDecodeOptions extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static TextDecodeOptions create() {
    return Dictionary.create(TextDecodeOptions.class);
  }

  /**
   * Says whether more pieces follow; none do by default.
   *
   * @param value whether they do
   */
  @JSProperty
  void setStream(boolean value);
}
