package io.github.teapeer.jso.fetch;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Called with every name in {@link Headers}. */
@JSFunctor
@FunctionalInterface
public interface HeaderConsumer extends JSObject {
  /**
   * Called with one name.
   *
   * @param value the values, joined with commas
   * @param name the name in small letters
   */
  void accept(String value, String name);
}
