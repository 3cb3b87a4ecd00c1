package io.github.teapeer.jso.value;

import org.teavm.jso.JSObject;

/**
 * A Java object that answers to property names as a JavaScript object does. Exists on the JVM only:
 * in the browser {@link Values} reads the native properties.
 */
public interface PropertyBag extends JSObject {
  /**
   * The value of a property.
   *
   * @param key the property's name
   * @return the value, or null where JavaScript would answer {@code undefined} or {@code null}
   */
  Object property(String key);

  /**
   * Creates or replaces a property.
   *
   * @param key the property's name
   * @param value a Java value as {@link JavaValue} describes them, or null
   */
  void setProperty(String key, Object value);
}
