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
   * @param value the value or the reason; null for {@code undefined}
   */
  void settled(T value);
}
