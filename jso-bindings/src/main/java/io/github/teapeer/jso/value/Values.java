package io.github.teapeer.jso.value;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * Looks into opaque values and makes new ones. Every method has two bodies: TeaVM takes the script,
 * the JVM takes the Java code, which works on {@link JavaValue} and {@link PropertyBag}. Null
 * stands for both {@code null} and {@code undefined}.
 */
public final class Values {
  private Values() {}

  /**
   * A new empty object.
   *
   * @return the object
   */
  @JSBody(script = "return {};")
  public static JSObject newObject() {
    return JavaValue.newObject();
  }

  /**
   * A new empty array.
   *
   * @return the array
   */
  @JSBody(script = "return [];")
  public static JSObject newArray() {
    return JavaValue.newArray();
  }

  /**
   * Wraps a string.
   *
   * @param text the string, or null
   * @return the string as a value, or null
   */
  @JSBody(params = "text", script = "return text;")
  public static JSObject of(String text) {
    return JavaValue.of(text);
  }

  /**
   * Wraps a number.
   *
   * @param number the number
   * @return the number as a value
   */
  @JSBody(params = "number", script = "return number;")
  public static JSObject of(int number) {
    return JavaValue.of((double) number);
  }

  /**
   * Tells whether a value is a string.
   *
   * @param value any value, or null
   * @return whether it is a string
   */
  @JSBody(params = "value", script = "return typeof value === 'string';")
  public static boolean isString(JSObject value) {
    return JavaValue.unwrap(value) instanceof String;
  }

  /**
   * Tells whether a value has properties: an object or an array.
   *
   * @param value any value, or null
   * @return whether {@link #get} makes sense on it
   */
  @JSBody(params = "value", script = "return !!value && typeof value === 'object';")
  public static boolean isObject(JSObject value) {
    return value instanceof PropertyBag && !(JavaValue.unwrap(value) instanceof String);
  }

  /**
   * A string value as a Java string.
   *
   * @param value a string
   * @return the string, or null where the value is none
   */
  @JSBody(params = "value", script = "return typeof value === 'string' ? value : null;")
  public static String asString(JSObject value) {
    return JavaValue.unwrap(value) instanceof String text ? text : null;
  }

  /**
   * A property's value.
   *
   * @param object an object
   * @param key the property's name
   * @return its value, or null
   */
  @JSBody(
      params = {"object", "key"},
      script = "var found = object[key]; return found === undefined ? null : found;")
  public static JSObject get(JSObject object, String key) {
    return JavaValue.of(((PropertyBag) object).property(key));
  }

  /**
   * A property's value if it is a string.
   *
   * @param object an object
   * @param key the property's name
   * @return the string, or null
   */
  public static String getString(JSObject object, String key) {
    return asString(get(object, key));
  }

  /**
   * A property's value as a condition.
   *
   * @param object an object
   * @param key the property's name
   * @return whether the value is what JavaScript calls truthy
   */
  @JSBody(
      params = {"object", "key"},
      script = "return !!object[key];")
  public static boolean getBoolean(JSObject object, String key) {
    Object value = ((PropertyBag) object).property(key);
    return !(value == null || value.equals(false) || value.equals("") || value.equals(0.0));
  }

  /**
   * A property's value if it is an integer.
   *
   * @param object an object
   * @param key the property's name
   * @param absent what to answer where it is none, or does not fit 32 bits
   * @return the integer
   */
  @JSBody(
      params = {"object", "key", "absent"},
      script = "var found = object[key]; return found === (found | 0) ? found : absent;")
  public static int getInt(JSObject object, String key, int absent) {
    return ((PropertyBag) object).property(key) instanceof Number number
            && number.doubleValue() == number.intValue()
        ? number.intValue()
        : absent;
  }

  /**
   * Sets a property.
   *
   * @param object an object
   * @param key the property's name
   * @param value its value, or null
   */
  @JSBody(
      params = {"object", "key", "value"},
      script = "object[key] = value;")
  public static void set(JSObject object, String key, JSObject value) {
    ((PropertyBag) object).setProperty(key, value);
  }

  /**
   * Sets a property to a string.
   *
   * @param object an object
   * @param key the property's name
   * @param value its value, or null
   */
  @JSBody(
      params = {"object", "key", "value"},
      script = "object[key] = value;")
  public static void set(JSObject object, String key, String value) {
    ((PropertyBag) object).setProperty(key, value);
  }

  /**
   * Sets a property to a boolean.
   *
   * @param object an object
   * @param key the property's name
   * @param value its value
   */
  @JSBody(
      params = {"object", "key", "value"},
      script = "object[key] = !!value;")
  public static void set(JSObject object, String key, boolean value) {
    ((PropertyBag) object).setProperty(key, value);
  }

  /**
   * Sets a property to a number.
   *
   * @param object an object
   * @param key the property's name
   * @param value its value
   */
  @JSBody(
      params = {"object", "key", "value"},
      script = "object[key] = value;")
  public static void set(JSObject object, String key, int value) {
    ((PropertyBag) object).setProperty(key, (double) value);
  }

  /**
   * A shallow copy of an object's own properties.
   *
   * @param object an object, or null for an empty one
   * @return the copy
   */
  @JSBody(params = "object", script = "return Object.assign({}, object);")
  public static JSObject copy(JSObject object) {
    JSObject copy = newObject();
    if (JavaValue.unwrap(object) instanceof java.util.Map<?, ?> map) {
      map.forEach((key, value) -> ((PropertyBag) copy).setProperty((String) key, value));
    }
    return copy;
  }

  /**
   * Tells whether a value is an array.
   *
   * @param value any value, or null
   * @return whether it is an array
   */
  @JSBody(params = "value", script = "return Array.isArray(value);")
  public static boolean isArray(JSObject value) {
    return JavaValue.unwrap(value) instanceof List;
  }

  /**
   * The number of elements of an array.
   *
   * @param array an array
   * @return its length
   */
  @JSBody(params = "array", script = "return array.length;")
  public static int length(JSObject array) {
    return ((JavaValue) array).asList().size();
  }

  /**
   * An element of an array.
   *
   * @param array an array
   * @param index from 0 to length − 1
   * @return the element, or null
   */
  @JSBody(
      params = {"array", "index"},
      script = "var found = array[index]; return found === undefined ? null : found;")
  public static JSObject at(JSObject array, int index) {
    return JavaValue.of(((JavaValue) array).asList().get(index));
  }

  /**
   * Appends to an array.
   *
   * @param array an array
   * @param value the new last element, or null
   */
  @JSBody(
      params = {"array", "value"},
      script = "array.push(value);")
  public static void push(JSObject array, JSObject value) {
    ((JavaValue) array).asList().add(JavaValue.unwrap(value));
  }
}
