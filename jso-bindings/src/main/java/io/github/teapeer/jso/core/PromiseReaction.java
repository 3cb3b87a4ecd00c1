package io.github.teapeer.jso.core;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * What is called when a promise is settled.
 *
 * @param <T> the value's or the reason's type
 */
@JSFunctor
@FunctionalInterface
public interface PromiseReaction<T extends JSObject> extends JSObject {
  /**
   * Called once.
   *
   * @param value the value or the reason. A promise of nothing is fulfilled with {@code undefined}
   *     in the browser, which Java code takes for an object: {@code Values.isNull} tells.
   */
  void settled(T value);
}
