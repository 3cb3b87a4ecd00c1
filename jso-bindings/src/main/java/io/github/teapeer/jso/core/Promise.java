package io.github.teapeer.jso.core;

import org.teavm.jso.JSBody;
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
   * Makes a promise; browsers only.
   *
   * @param <T> what it is fulfilled with
   * @param executor called at once, settles the promise then or later
   * @return the promise
   */
  @JSBody(params = "executor", script = "return new Promise(executor);")
  static <T extends JSObject> Promise<T> create(PromiseExecutor<T> executor) {
    throw new UnsupportedOperationException("A Promise is made by the browser");
  }

  /**
   * Makes a promise that is fulfilled already; browsers only.
   *
   * @param <T> what it is fulfilled with
   * @param value the value, or null
   * @return the promise
   */
  @JSBody(params = "value", script = "return Promise.resolve(value);")
  static <T extends JSObject> Promise<T> resolve(T value) {
    throw new UnsupportedOperationException("A Promise is made by the browser");
  }

  /**
   * Makes a promise that is rejected already; browsers only.
   *
   * @param <T> what it would have been fulfilled with
   * @param reason the reason
   * @return the promise
   */
  @JSBody(params = "reason", script = "return Promise.reject(reason);")
  @SuppressWarnings("TypeParameterUnusedInFormals") // a rejected promise fits every type
  static <T extends JSObject> Promise<T> reject(JSObject reason) {
    throw new UnsupportedOperationException("A Promise is made by the browser");
  }

  /**
   * Calls one of two functions, later and once, when the promise is settled.
   *
   * @param onFulfilled gets the value
   * @param onRejected gets the reason
   */
  @JSMethod("then")
  void then(PromiseReaction<T> onFulfilled, PromiseReaction<JSObject> onRejected);
}
