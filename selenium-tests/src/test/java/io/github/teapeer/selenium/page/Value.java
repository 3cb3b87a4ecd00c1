package io.github.teapeer.selenium.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A JavaScript value as data, in the words of {@code values.js}. Immutable.
 *
 * @param recipe what a page builds it from
 * @param description what a page says it is
 */
public record Value(Object recipe, Description description) {
  private Value(Map<String, Object> recipe, Map<String, Object> description) {
    this(recipe, new Description(description));
  }

  /** A string. */
  public static Value string(String content) {
    return plain("string", content);
  }

  /**
   * A number.
   *
   * @param text as JavaScript prints it, except that negative zero is "-0"
   */
  public static Value number(String text) {
    return plain("number", text);
  }

  /** A boolean. */
  public static Value bool(boolean content) {
    return plain("boolean", content);
  }

  /** The value null. */
  public static Value nothing() {
    return plain("null", true);
  }

  /** The value undefined. */
  public static Value undefined() {
    return plain("undefined", true);
  }

  /**
   * A Date.
   *
   * @param iso as {@code toISOString} prints it
   */
  public static Value date(String iso) {
    return plain("Date", iso);
  }

  /** An array. */
  public static Value array(Value... items) {
    return new Value(
        Map.of("array", Arrays.stream(items).map(Value::recipe).toList()),
        Map.of("array", Arrays.stream(items).map(item -> item.description().json()).toList()));
  }

  /** A plain object. */
  public static Value object(Map<String, Value> members) {
    return new Value(
        Map.of("object", mapped(members, Value::recipe)),
        Map.of("object", mapped(members, value -> value.description().json())));
  }

  /** An ArrayBuffer. */
  public static Value arrayBuffer(byte... content) {
    return binary("ArrayBuffer", Bytes.of(content));
  }

  /** An ArrayBuffer of random bytes. */
  public static Value randomArrayBuffer(int seed, int length) {
    return binary("ArrayBuffer", Bytes.random(seed, length));
  }

  /**
   * A typed array or DataView over the middle of a larger buffer.
   *
   * @param type for example {@code Uint16Array}
   */
  public static Value view(String type, byte... content) {
    return binary(type, Bytes.of(content));
  }

  /** A typed array of random bytes over the middle of a larger buffer. */
  public static Value randomView(String type, int seed, int length) {
    return binary(type, Bytes.random(seed, length));
  }

  /** All of the buffer into whose middle {@link #view} puts these bytes; no page builds it. */
  public static Value wholeBufferOf(byte... content) {
    return binary("ArrayBuffer", Bytes.of(Bytes.withMargins(content)));
  }

  /** All of the buffer into whose middle {@link #randomView} puts its bytes. */
  public static Value wholeBufferOfRandomView(int seed, int length) {
    return wholeBufferOf(Bytes.randomContent(seed, length));
  }

  /** A Blob. */
  public static Value blob(String mediaType, byte... content) {
    Bytes bytes = Bytes.of(content);
    return new Value(
        Map.of("Blob", Map.of("type", mediaType, "bytes", bytes.recipe())),
        Map.of("Blob", Map.of("type", mediaType, "bytes", bytes.description())));
  }

  /** A File of random bytes. */
  public static Value randomFile(String name, String mediaType, int seed, int length) {
    Bytes bytes = Bytes.random(seed, length);
    return new Value(
        Map.of("File", Map.of("name", name, "type", mediaType, "bytes", bytes.recipe())),
        Map.of("File", Map.of("name", name, "type", mediaType, "bytes", bytes.description())));
  }

  /** An error as pages describe it, which no page can build. */
  public static Value error(String type, String message) {
    return plain("error", Map.of("type", type, "message", message));
  }

  /** The description as one line of JSON. */
  @Override
  public String toString() {
    return description.toString();
  }

  private static Value plain(String type, Object content) {
    Map<String, Object> both = Map.of(type, content);
    return new Value(both, both);
  }

  private static Value binary(String type, Bytes bytes) {
    return new Value(Map.of(type, bytes.recipe()), Map.of(type, bytes.description()));
  }

  private static Map<String, Object> mapped(
      Map<String, Value> members, Function<Value, Object> function) {
    Map<String, Object> result = new LinkedHashMap<>();
    members.forEach((key, value) -> result.put(key, function.apply(value)));
    return result;
  }
}
