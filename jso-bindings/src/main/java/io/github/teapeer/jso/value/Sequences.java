package io.github.teapeer.jso.value;

import io.github.teapeer.jso.core.Sequence;
import org.teavm.jso.JSObject;

/** Makes sequences, in the browser and on the JVM. */
public final class Sequences {
  private Sequences() {}

  /**
   * A new sequence.
   *
   * @param <T> the elements' type
   * @param elements its elements
   * @return an array that holds them
   */
  @SafeVarargs
  @SuppressWarnings("unchecked") // nothing but the elements is in it
  public static <T extends JSObject> Sequence<T> of(T... elements) {
    JSObject array = Values.newArray();
    for (T element : elements) {
      Values.push(array, element);
    }
    return (Sequence<T>) array;
  }

  /**
   * A new sequence of strings.
   *
   * @param elements its elements
   * @return an array that holds them
   */
  @SuppressWarnings("unchecked") // nothing but the elements is in it
  public static Sequence<JSObject> ofStrings(String... elements) {
    JSObject array = Values.newArray();
    for (String element : elements) {
      Values.push(array, Values.of(element));
    }
    return (Sequence<JSObject>) array;
  }
}
