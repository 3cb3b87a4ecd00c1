package io.github.teapeer.jso.core;

import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;

/**
 * A promise as the W3C interfaces hand it out. In the browser it is the native promise; on the JVM
 * whatever implements the interface.
 *
 * @param <T> what it is fulfilled with; erases to JSObject, so that nothing is wrapped
 * @see <a href="https://tc39.es/ecma262/#sec-promise-objects">ECMAScript, Promise Objects</a>
 */
public interface Promise<T extends JSObject> extends JSObject {
  /**
   * Calls one of two functions, later and once, when the promise is settled.
   *
   * @param onFulfilled gets the value
   * @param onRejected gets the reason
   */
  @JSMethod("then")
  void then(PromiseReaction<T> onFulfilled, PromiseReaction<JSObject> onRejected);
}
