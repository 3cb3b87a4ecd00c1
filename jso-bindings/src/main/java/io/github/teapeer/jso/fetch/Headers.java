package io.github.teapeer.jso.fetch;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * Header fields of a request or a response. Names are compared without regard to case.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#headers-class">Fetch, Headers</a>
 */
public interface Headers extends JSObject {
  /**
   * Makes an empty list; browsers only.
   *
   * @return the list
   */
  @JSBody(script = "return new Headers();")
  static Headers create() {
    throw new UnsupportedOperationException("Headers are made by the browser");
  }

  /**
   * Adds a field.
   *
   * @param name its name
   * @param value its value
   */
  void append(String name, String value);

  /**
   * Removes all fields of a name.
   *
   * @param name their name
   */
  void delete(String name);

  /**
   * The fields of a name.
   *
   * @param name their name
   * @return their values, joined with commas, or null where there is none
   */
  String get(String name);

  /**
   * Tells whether there is a field of a name.
   *
   * @param name its name
   * @return whether there is
   */
  boolean has(String name);

  /**
   * Sets a field, and removes all others of its name.
   *
   * @param name its name
   * @param value its value
   */
  void set(String name, String value);

  /**
   * Calls a function for every name, in order.
   *
   * @param consumer the function
   */
  void forEach(HeaderConsumer consumer);
}
