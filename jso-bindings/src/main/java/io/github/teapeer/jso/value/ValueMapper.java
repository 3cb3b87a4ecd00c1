package io.github.teapeer.jso.value;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Makes one value of another. */
@JSFunctor
@FunctionalInterface
public interface ValueMapper extends JSObject {
  /**
   * Makes a value.
   *
   * @param value the given one, or null
   * @return what becomes of it
   */
  JSObject map(JSObject value);
}
