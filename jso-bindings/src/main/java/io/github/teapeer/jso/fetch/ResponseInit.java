package io.github.teapeer.jso.fetch;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The head of a response that a page makes.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#responseinit">Fetch, ResponseInit</a>
 */
public interface ResponseInit extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static ResponseInit create() {
    return Dictionary.create(ResponseInit.class);
  }

  /**
   * Sets the HTTP status.
   *
   * @param status 200, the default, to 599
   */
  @JSProperty
  void setStatus(int status);

  /**
   * Sets the reason phrase.
   *
   * @param text the phrase
   */
  @JSProperty
  void setStatusText(String text);

  /**
   * Sets the header fields.
   *
   * @param headers the fields
   */
  @JSProperty
  void setHeaders(Headers headers);
}
