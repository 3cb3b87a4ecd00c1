package io.github.teapeer.jso.core;

import org.teavm.jso.JSIndexer;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A {@code sequence<T>} or {@code FrozenArray<T>} of WebIDL, to be read.
 *
 * @param <T> the elements' type
 */
public interface Sequence<T extends JSObject> extends JSObject {
  /**
   * The number of elements.
   *
   * @return the length
   */
  @JSProperty
  int getLength();

  /**
   * An element.
   *
   * @param index from 0 to length − 1
   * @return the element
   */
  @JSIndexer
  T get(int index);
}
