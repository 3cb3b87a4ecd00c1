package io.github.teapeer.jso.core;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Settles a promise that Java code makes.
 *
 * @see <a href="https://tc39.es/ecma262/#sec-promise-executor">ECMAScript, Promise</a>
 */
@JSFunctor
@FunctionalInterface
public interface PromiseExecutor<T extends JSObject> extends JSObject {
  /**
   * Called once, at once, when the promise is made; either function may be called later.
   *
   * @param resolve fulfils the promise; the value may be null
   * @param reject rejects the promise with a reason
   */
  void execute(PromiseReaction<T> resolve, PromiseReaction<JSObject> reject);
}
