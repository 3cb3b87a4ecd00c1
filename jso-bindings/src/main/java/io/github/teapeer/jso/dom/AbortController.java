package io.github.teapeer.jso.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Aborts operations.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-abortcontroller">DOM, AbortController</a>
 */
public interface AbortController extends JSObject {
  /**
   * Makes a controller; browsers only.
   *
   * @return the controller
   */
  @JSBody(script = "return new AbortController();")
  static AbortController create() {
    throw new UnsupportedOperationException("An AbortController is made by the browser");
  }

  /** {@return the signal to give to the operations} */
  @JSProperty
  AbortSignal getSignal();

  /** Aborts the operations with an {@code AbortError}; nothing happens the second time. */
  void abort();

  /**
   * Aborts the operations; nothing happens the second time.
   *
   * @param reason what their promises are rejected with
   */
  void abort(JSObject reason);
}
