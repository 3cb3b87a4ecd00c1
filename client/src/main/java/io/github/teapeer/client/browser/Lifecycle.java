package io.github.teapeer.client.browser;

import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The promises {@code ready} and {@code closed} of an object that pages see; made by the glue, see
 * {@code src/main/js/environment.js}. A rejection that the page ignores is not reported as
 * unhandled.
 */
interface Lifecycle extends JSObject {
  /** Fulfilled when the object can be used first; rejected if it ends before. */
  @JSProperty
  JSObject getReady();

  /** Fulfilled with undefined when the object has ended, for whatever reason. */
  @JSProperty
  JSObject getClosed();

  /** It can be used. */
  @JSMethod
  void opened(JSObject value);

  /** Something went wrong; if it ends before it could be used, this is why. */
  @JSMethod
  void failed(JSObject error);

  /** It cannot be used, for the time being or for good: {@code ready} is settled now. */
  @JSMethod
  void interrupted();

  /** It has ended for good. */
  @JSMethod
  void ended();
}
