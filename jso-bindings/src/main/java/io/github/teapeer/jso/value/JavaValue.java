package io.github.teapeer.jso.value;

import io.github.teapeer.jso.core.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.teavm.jso.JSObject;

/**
 * Carries a Java value where the client passes JavaScript values: user data, metadata, signalling
 * payloads. Exists on the JVM only.
 *
 * <p>The value is a {@link String}, {@link Number}, {@link Boolean}, {@code byte[]} (what an
 * ArrayBuffer is in the browser), {@link List}, or a {@link Map} with string keys; maps and lists
 * hold such values in turn. The maps and lists are used as they are, not copied. A list is a {@link
 * Sequence} as well.
 */
public final class JavaValue implements PropertyBag, Sequence<JSObject> {
  private final Object value;

  private JavaValue(Object value) {
    this.value = value;
  }

  /**
   * Wraps a Java value.
   *
   * @param value the value; null stays null, a JSObject stays what it is
   * @return the carrier, or null for null
   */
  public static JSObject of(Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof JSObject object ? object : new JavaValue(value);
  }

  /**
   * The Java value behind a JSObject.
   *
   * @param object a carrier, any other JSObject, or null
   * @return the carried value; any other JSObject itself; null for null
   */
  public static Object unwrap(JSObject object) {
    return object instanceof JavaValue carrier ? carrier.value : object;
  }

  /** A new empty object, the JVM's {@code {}}. */
  static JavaValue newObject() {
    return new JavaValue(new LinkedHashMap<String, Object>());
  }

  /** A new empty array, the JVM's {@code []}. */
  static JavaValue newArray() {
    return new JavaValue(new ArrayList<>());
  }

  /**
   * The carried value.
   *
   * @return the value, never null
   */
  public Object value() {
    return value;
  }

  @Override
  public Object property(String key) {
    return value instanceof Map<?, ?> map ? map.get(key) : null;
  }

  @Override
  public void setProperty(String key, Object newValue) {
    asMap().put(key, newValue instanceof JSObject object ? unwrap(object) : newValue);
  }

  @Override
  public int getLength() {
    return asList().size();
  }

  @Override
  public JSObject get(int index) {
    return of(asList().get(index));
  }

  @SuppressWarnings("unchecked") // JavaValue's contract: a map's keys are strings
  private Map<String, Object> asMap() {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // a list holds whatever values the contract allows
  List<Object> asList() {
    return (List<Object>) value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JavaValue that && Objects.deepEquals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(new Object[] {value});
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
