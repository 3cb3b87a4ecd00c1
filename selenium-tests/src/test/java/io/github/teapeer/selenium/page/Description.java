package io.github.teapeer.selenium.page;

import java.util.Map;

/**
 * What a page says of a JavaScript value, in the words of {@code values.js}. Two are equal when the
 * values are of the same type and content. Immutable.
 *
 * @param json an object with one key, the type's name
 */
public record Description(Map<String, Object> json) {
  @SuppressWarnings("unchecked") // What JSON calls an object has strings as keys.
  static Description fromJson(Object json) {
    return new Description((Map<String, Object>) json);
  }

  /**
   * The text of a string.
   *
   * @throws AssertionError when it is not a string
   */
  public String text() {
    if (json.get("string") instanceof String text) {
      return text;
    }
    throw new AssertionError("Expected a string, but was " + this);
  }

  /**
   * The type of an error.
   *
   * @throws AssertionError when it is not an error
   */
  public String errorType() {
    if (json.get("error") instanceof Map<?, ?> error) {
      return (String) error.get("type");
    }
    throw new AssertionError("Expected an error, but was " + this);
  }

  @Override
  public String toString() {
    return CompactJson.write(json);
  }
}
