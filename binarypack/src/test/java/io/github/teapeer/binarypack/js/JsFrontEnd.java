package io.github.teapeer.binarypack.js;

import io.github.teapeer.binarypack.PackLimits;
import io.github.teapeer.binarypack.PackWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/** {@link JsBinaryPack} for tests that are written in terms of Java values. */
public final class JsFrontEnd {
  private JsFrontEnd() {}

  public static void write(PackWriter out, Object value, PackLimits limits) {
    if (JsPacker.write(out, toJs(value), limits) != null) {
      throw new AssertionError("No Java value is a Blob");
    }
  }

  public static Object unpack(byte[] bytes, PackLimits limits) {
    return toJava(new JsBinaryPack(limits, false).unpack(view(bytes)));
  }

  public static JSObject toJs(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Boolean flag) {
      return ofBoolean(flag);
    }
    if (value instanceof Number number) {
      return JsValues.of(number.doubleValue());
    }
    if (value instanceof String text) {
      return JsValues.of(text);
    }
    if (value instanceof byte[] bytes) {
      return view(bytes);
    }
    if (value instanceof List<?> list) {
      JSObject array = JsValues.array(list.size());
      for (int i = 0; i < list.size(); i++) {
        JsValues.put(array, i, toJs(list.get(i)));
      }
      return array;
    }
    JSObject object = JsValues.object();
    ((Map<?, ?>) value).forEach((key, each) -> JsValues.put(object, (String) key, toJs(each)));
    return object;
  }

  public static Object toJava(JSObject value) {
    return switch (type(value)) {
      case "undefined", "null" -> null;
      case "boolean" -> toBoolean(value);
      case "number" -> JsValues.number(value);
      case "string" -> JsValues.text(value);
      case "ArrayBuffer" -> JsBytes.wrap(value);
      case "Array" -> toList(value);
      case "Object" -> toMap(value);
      default -> throw new AssertionError(type(value));
    };
  }

  private static List<Object> toList(JSObject array) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < JsValues.length(array); i++) {
      list.add(toJava(JsValues.element(array, i)));
    }
    return list;
  }

  private static Map<String, Object> toMap(JSObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    JSObject keys = JsValues.keys(object);
    for (int i = 0; i < JsValues.length(keys); i++) {
      JSObject key = JsValues.element(keys, i);
      map.put(JsValues.text(key), toJava(JsValues.property(object, key)));
    }
    return map;
  }

  @JSBody(
      params = "value",
      script =
          "return value === null ? 'null'"
              + " : typeof value !== 'object' ? typeof value"
              + " : Array.isArray(value) ? 'Array'"
              + " : value instanceof ArrayBuffer ? 'ArrayBuffer'"
              + " : Object.getPrototypeOf(value) === Object.prototype ? 'Object' : 'other';")
  private static native String type(JSObject value);

  @JSBody(params = "bytes", script = "return bytes;")
  static native JSObject view(@JSByRef byte[] bytes);

  @JSBody(params = "value", script = "return value;")
  private static native JSObject ofBoolean(boolean value);

  @JSBody(params = "value", script = "return value;")
  private static native boolean toBoolean(JSObject value);
}
