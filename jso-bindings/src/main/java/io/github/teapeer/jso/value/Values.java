package io.github.teapeer.jso.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * Looks into opaque values and makes new ones. Every method has two bodies: TeaVM takes the script,
 * the JVM takes the Java code, which works on {@link JavaValue} and {@link PropertyBag}. What is
 * answered is null for both {@code null} and {@code undefined}; this matters, because to compiled
 * Java code {@code undefined} itself is an object that is not null.
 */
public final class Values {
  /** Sets a property, be it called as it may. */
  private static final String SET =
      "if (key === '__proto__') {"
          + " Object.defineProperty(object, key,"
          + " {value: value, writable: true, enumerable: true, configurable: true});"
          + " } else { object[key] = value; }";

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
   * A new array of one value.
   *
   * @param value the value, or null
   * @return the array
   */
  @JSBody(params = "value", script = "return [value];")
  public static JSObject arrayOf(JSObject value) {
    JSObject array = JavaValue.newArray();
    push(array, value);
    return array;
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
   * Wraps a number.
   *
   * @param number the number
   * @return the number as a value
   */
  @JSBody(params = "number", script = "return number;")
  public static JSObject of(double number) {
    return JavaValue.of(number);
  }

  /**
   * Wraps a boolean.
   *
   * @param condition the boolean
   * @return the boolean as a value
   */
  @JSBody(params = "condition", script = "return !!condition;")
  public static JSObject of(boolean condition) {
    return JavaValue.of(condition);
  }

  /**
   * Tells whether a value that came from outside of this class is {@code null} or {@code
   * undefined}, such as what a promise of nothing is fulfilled with.
   *
   * @param value any value, or null
   * @return whether there is none
   */
  @JSBody(params = "value", script = "return value === null || value === undefined;")
  public static boolean isNull(JSObject value) {
    return value == null;
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
    Object bare = JavaValue.unwrap(value);
    return value instanceof PropertyBag
        && !(bare instanceof String || bare instanceof Number || bare instanceof Boolean);
  }

  /**
   * A value if it has properties.
   *
   * @param value any value, or null
   * @param <T> what it may be
   * @return the value where it {@link #isObject}, or null
   */
  public static <T extends JSObject> T orNull(T value) {
    return isObject(value) ? value : null;
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
   * A property's value. In the browser it may be inherited, as attributes of native objects are, so
   * that a plain object has a {@code constructor}, too.
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
   * A property's value, of an object that is used as a map.
   *
   * @param object an object that was made here
   * @param key a number
   * @return its value, or null
   */
  @JSBody(
      params = {"object", "key"},
      script = "var found = object[key]; return found === undefined ? null : found;")
  public static JSObject get(JSObject object, int key) {
    return get(object, asText(key));
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
    if (value instanceof Number number) {
      return number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
    }
    return !(value == null || value.equals(false) || value.equals(""));
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
   * A property's value if it is a number.
   *
   * @param object an object
   * @param key the property's name
   * @return the number, or NaN where it is none
   */
  @JSBody(
      params = {"object", "key"},
      script = "var found = object[key]; return typeof found === 'number' ? found : NaN;")
  public static double getDouble(JSObject object, String key) {
    return ((PropertyBag) object).property(key) instanceof Number number
        ? number.doubleValue()
        : Double.NaN;
  }

  /**
   * Sets a property. {@code __proto__} is a name like any other, and does not change the prototype.
   *
   * @param object an object
   * @param key the property's name
   * @param value its value, or null
   */
  @JSBody(
      params = {"object", "key", "value"},
      script = SET)
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
      script = SET)
  public static void set(JSObject object, String key, String value) {
    set(object, key, of(value));
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
      script = SET)
  public static void set(JSObject object, String key, boolean value) {
    set(object, key, of(value));
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
      script = SET)
  public static void set(JSObject object, String key, int value) {
    set(object, key, of(value));
  }

  /**
   * Sets a property, of an object that is used as a map.
   *
   * @param object an object that was made here
   * @param key a number
   * @param value its value, or null
   */
  @JSBody(
      params = {"object", "key", "value"},
      script = "object[key] = value;")
  public static void set(JSObject object, int key, JSObject value) {
    set(object, asText(key), value);
  }

  /**
   * A shallow copy of an object's own properties.
   *
   * @param object an object, or null for an empty one
   * @return the copy
   */
  @JSBody(params = "object", script = "return Object.fromEntries(Object.entries(object || {}));")
  public static JSObject copy(JSObject object) {
    return Dictionary.copy(object);
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
   * A new array of what becomes of every value of another.
   *
   * @param array the array
   * @param mapper says what becomes of a value
   * @return the new array
   */
  @JSBody(
      params = {"array", "mapper"},
      script = "return array.map(mapper);")
  public static JSObject map(JSObject array, ValueMapper mapper) {
    JSObject mapped = JavaValue.newArray();
    for (int i = 0; i < length(array); i++) {
      push(mapped, mapper.map(at(array, i)));
    }
    return mapped;
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

  /**
   * A number as a text; what {@code Integer.toString} adds to a program is not worth it.
   *
   * @param number the number
   * @return its decimal digits
   */
  @JSBody(params = "number", script = "return String(number);")
  public static String asText(int number) {
    return Integer.toString(number);
  }

  /**
   * Splits a text.
   *
   * @param text the text
   * @param separator what stands between the parts, one character
   * @return an array of the parts, at least one
   */
  @JSBody(
      params = {"text", "separator"},
      script = "return text.split(separator);")
  public static JSObject split(String text, String separator) {
    return JavaValue.of(new ArrayList<Object>(List.of(text.split(Pattern.quote(separator), -1))));
  }

  /**
   * A text in small letters; what {@code String.toLowerCase} adds to a program is not worth it.
   *
   * @param text the text
   * @return the same with the letters of all languages made small
   */
  @JSBody(params = "text", script = "return text.toLowerCase();")
  public static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * Tells whether a pattern is found in a text.
   *
   * @param text the text, or null for one in which no pattern is found that does not match "null"
   * @param pattern a regular expression that means the same in Java and in JavaScript
   * @return whether it was found
   */
  @JSBody(
      params = {"text", "pattern"},
      script = "return new RegExp(pattern).test(text);")
  public static boolean isFound(String text, String pattern) {
    return Pattern.compile(pattern).matcher(String.valueOf(text)).find();
  }

  /**
   * Finds a pattern in a text.
   *
   * @param text the text, or null for the empty one
   * @param pattern a regular expression that means the same in Java and in JavaScript
   * @return an array of what was found and its groups, null where there are none; or null where
   *     nothing was found
   */
  @JSBody(
      params = {"text", "pattern"},
      script = "return new RegExp(pattern).exec(text || '');")
  public static JSObject match(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text == null ? "" : text);
    if (!matcher.find()) {
      return null;
    }
    List<Object> groups = new ArrayList<>();
    for (int i = 0; i <= matcher.groupCount(); i++) {
      groups.add(matcher.group(i));
    }
    return JavaValue.of(groups);
  }

  /**
   * Joins two texts: what the build of peer.js compiles {@code +} to.
   *
   * @param left the first text
   * @param right the second text
   * @return both
   */
  @JSBody(
      params = {"left", "right"},
      script = "return left + right;")
  public static String concat(String left, String right) {
    return left + right;
  }
}
