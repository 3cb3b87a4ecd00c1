package io.github.teapeer.jso.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * Reaches those members of a native object that a Java implementation of the same interface need
 * not have. Interfaces that Java classes implement declare such members as {@code default} methods,
 * which come here; on the JVM, where the class does not override them, each throws {@link
 * UnsupportedOperationException}.
 */
public final class NativeMember {
  private NativeMember() {}

  /**
   * The value of an attribute.
   *
   * @param <T> its type
   * @param object a native object
   * @param name the attribute's name
   * @return the value; null for {@code undefined}, too
   */
  @JSBody(
      params = {"object", "name"},
      script = "var found = object[name]; return found === undefined ? null : found;")
  @SuppressWarnings("TypeParameterUnusedInFormals") // nothing checks the type of a native object
  public static <T extends JSObject> T get(JSObject object, String name) {
    throw noAttribute(object, name);
  }

  /**
   * The value of an attribute that is a string.
   *
   * @param object a native object
   * @param name the attribute's name
   * @return the value; null where it is no string
   */
  @JSBody(
      params = {"object", "name"},
      script = "var found = object[name]; return typeof found === 'string' ? found : null;")
  public static String getString(JSObject object, String name) {
    throw noAttribute(object, name);
  }

  /**
   * The value of an attribute that is a boolean.
   *
   * @param object a native object
   * @param name the attribute's name
   * @return the value; false where it is none
   */
  @JSBody(
      params = {"object", "name"},
      script = "return object[name] === true;")
  public static boolean getBoolean(JSObject object, String name) {
    throw noAttribute(object, name);
  }

  /**
   * The value of an attribute that is a 32-bit integer.
   *
   * @param object a native object
   * @param name the attribute's name
   * @return the value; −1 where it is none
   */
  @JSBody(
      params = {"object", "name"},
      script = "var found = object[name]; return found === (found | 0) ? found : -1;")
  public static int getInt(JSObject object, String name) {
    throw noAttribute(object, name);
  }

  /**
   * The value of an attribute that is a number.
   *
   * @param object a native object
   * @param name the attribute's name
   * @return the value; NaN where it is none
   */
  @JSBody(
      params = {"object", "name"},
      script = "var found = object[name]; return typeof found === 'number' ? found : NaN;")
  public static double getDouble(JSObject object, String name) {
    throw noAttribute(object, name);
  }

  /**
   * Sets an attribute that is a string.
   *
   * @param object a native object
   * @param name the attribute's name
   * @param value its value
   */
  @JSBody(
      params = {"object", "name", "value"},
      script = "object[name] = value;")
  public static void set(JSObject object, String name, String value) {
    throw noAttribute(object, name);
  }

  /**
   * Sets an attribute that is an event handler.
   *
   * @param object a native object
   * @param name the attribute's name
   * @param handler the handler, or null
   */
  @JSBody(
      params = {"object", "name", "handler"},
      script = "object[name] = handler;")
  public static void set(JSObject object, String name, EventHandler<? extends Event> handler) {
    throw noAttribute(object, name);
  }

  /**
   * Calls a method.
   *
   * @param <T> its result's type
   * @param object a native object
   * @param name the method's name
   * @return what it returns; null for {@code undefined}, too
   */
  @JSBody(
      params = {"object", "name"},
      script = "var found = object[name](); return found === undefined ? null : found;")
  @SuppressWarnings("TypeParameterUnusedInFormals") // nothing checks the type of a native object
  public static <T extends JSObject> T call(JSObject object, String name) {
    throw noMethod(object, name);
  }

  /**
   * Calls a method.
   *
   * @param <T> its result's type
   * @param object a native object
   * @param name the method's name
   * @param argument its argument
   * @return what it returns; null for {@code undefined}, too
   */
  @JSBody(
      params = {"object", "name", "argument"},
      script = "var found = object[name](argument); return found === undefined ? null : found;")
  @SuppressWarnings("TypeParameterUnusedInFormals") // nothing checks the type of a native object
  public static <T extends JSObject> T call(JSObject object, String name, JSObject argument) {
    throw noMethod(object, name);
  }

  /**
   * Calls a method.
   *
   * @param <T> its result's type
   * @param object a native object
   * @param name the method's name
   * @param argument its argument
   * @return what it returns; null for {@code undefined}, too
   */
  @JSBody(
      params = {"object", "name", "argument"},
      script = "var found = object[name](argument); return found === undefined ? null : found;")
  @SuppressWarnings("TypeParameterUnusedInFormals") // nothing checks the type of a native object
  public static <T extends JSObject> T call(JSObject object, String name, String argument) {
    throw noMethod(object, name);
  }

  /**
   * Calls a method.
   *
   * @param <T> its result's type
   * @param object a native object
   * @param name the method's name
   * @param first its first argument
   * @param second its second argument, or null to call it with one
   * @return what it returns; null for {@code undefined}, too
   */
  @JSBody(
      params = {"object", "name", "first", "second"},
      script =
          "var found = second === null ? object[name](first) : object[name](first, second);"
              + " return found === undefined ? null : found;")
  @SuppressWarnings("TypeParameterUnusedInFormals") // nothing checks the type of a native object
  public static <T extends JSObject> T call(
      JSObject object, String name, JSObject first, JSObject second) {
    throw noMethod(object, name);
  }

  @JSBody(
      params = {"target", "type", "handler", "options"},
      script = "target.addEventListener(type, handler, options);")
  static void addEventListener(
      JSObject target,
      String type,
      EventHandler<? extends Event> handler,
      AddEventListenerOptions options) {
    throw noMethod(target, "addEventListener");
  }

  @JSBody(
      params = {"target", "event"},
      script = "return target.dispatchEvent(event);")
  static boolean dispatchEvent(JSObject target, Event event) {
    throw noMethod(target, "dispatchEvent");
  }

  private static UnsupportedOperationException noAttribute(JSObject object, String name) {
    return new UnsupportedOperationException(
        object.getClass().getSimpleName() + " does not implement the attribute " + name);
  }

  private static UnsupportedOperationException noMethod(JSObject object, String name) {
    return new UnsupportedOperationException(
        object.getClass().getSimpleName() + " does not implement the method " + name);
  }
}
