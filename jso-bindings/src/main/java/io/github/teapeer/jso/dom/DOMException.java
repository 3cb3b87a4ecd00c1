package io.github.teapeer.jso.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * An error that a platform object reports. What a promise is rejected with is one in most cases.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
 */
public interface DOMException extends JSObject {
  /**
   * Makes an exception; browsers only.
   *
   * @param message what went wrong
   * @param name such as {@code AbortError}
   * @return the exception
   */
  @JSBody(
      params = {"message", "name"},
      script = "return new DOMException(message, name);")
  static DOMException create(String message, String name) {
    throw new UnsupportedOperationException("A DOMException is made by the browser");
  }

  /** {@return the kind of error, such as {@code NotAllowedError} or {@code AbortError}} */
  @JSProperty
  String getName();

  /** {@return the error in words; browsers word it differently} */
  @JSProperty
  String getMessage();
}
