package io.github.teapeer.jso.url;

import io.github.teapeer.jso.core.Sequence;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The parameters in the query of a URL.
 *
 * @see <a href="https://url.spec.whatwg.org/#interface-urlsearchparams">URL, URLSearchParams</a>
 */
public interface URLSearchParams extends JSObject {
  /**
   * Parses a query; browsers only.
   *
   * @param query the query, with or without its question mark
   * @return the parameters
   */
  @JSBody(params = "query", script = "return new URLSearchParams(query);")
  static URLSearchParams create(String query) {
    throw new UnsupportedOperationException("URLSearchParams are made by the browser");
  }

  /** {@return the number of parameters} */
  @JSProperty
  int getSize();

  /**
   * Adds a parameter.
   *
   * @param name its name
   * @param value its value
   */
  void append(String name, String value);

  /**
   * Removes all parameters of a name.
   *
   * @param name their name
   */
  void delete(String name);

  /**
   * The first parameter of a name.
   *
   * @param name its name
   * @return its value, or null
   */
  String get(String name);

  /**
   * All parameters of a name.
   *
   * @param name their name
   * @return their values, strings
   */
  Sequence<JSObject> getAll(String name);

  /**
   * Tells whether there is a parameter of a name.
   *
   * @param name its name
   * @return whether there is
   */
  boolean has(String name);

  /**
   * Sets a parameter, and removes all others of its name.
   *
   * @param name its name
   * @param value its value
   */
  void set(String name, String value);

  /** Sorts the parameters by name. */
  void sort();

  /**
   * The query.
   *
   * @return the parameters as text, without a question mark
   */
  @JSMethod("toString")
  String serialize();
}
