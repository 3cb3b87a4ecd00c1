package io.github.teapeer.jso.value;

import io.github.teapeer.jso.core.Sequence;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Makes WebIDL dictionaries on the JVM: any JSO interface of getters and setters, kept in a map. In
 * the browser a dictionary is an object literal and this class is never reached.
 *
 * <p>An absent member reads as null, false or 0; a getter that has a body of its own says itself
 * what it answers then.
 */
public final class Dictionary {
  private Dictionary() {}

  /**
   * A new empty dictionary.
   *
   * @param <T> the dictionary's interface
   * @param type a public interface whose methods are getters ({@code getX}, {@code isX}) and
   *     setters ({@code setX})
   * @return an object that implements the interface and {@link PropertyBag}
   */
  public static <T extends JSObject> T create(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type, PropertyBag.class}, new Entries()));
  }

  /** The own properties of a carried map or of a dictionary, in a new object. */
  static JavaValue copy(JSObject object) {
    JavaValue copy = JavaValue.newObject();
    Map<?, ?> entries = Map.of();
    if (JavaValue.unwrap(object) instanceof Map<?, ?> map) {
      entries = map;
    } else if (object != null
        && Proxy.isProxyClass(object.getClass())
        && Proxy.getInvocationHandler(object) instanceof Entries own) {
      entries = own.entries;
    }
    entries.forEach((key, value) -> copy.setProperty((String) key, value));
    return copy;
  }

  private static final class Entries implements InvocationHandler {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      String name = method.getName();
      if (method.getDeclaringClass() == Object.class) {
        return ofObject(proxy, name, arguments);
      }
      if (method.getDeclaringClass() == PropertyBag.class) {
        return name.equals("property")
            ? entries.get((String) arguments[0])
            : put((String) arguments[0], arguments[1]);
      }
      if (method.isDefault()) {
        return InvocationHandler.invokeDefault(proxy, method, arguments);
      }
      if (name.startsWith("set")) {
        return put(entryName(method, 3), arguments[0]);
      }
      Object value = entries.get(entryName(method, name.startsWith("is") ? 2 : 3));
      return as(method.getReturnType(), value);
    }

    /** Keeps what JavaValue allows a map to hold; answers null, as all setters do. */
    private Object put(String key, Object value) {
      entries.put(key, bare(value));
      return null;
    }

    private Object ofObject(Object proxy, String name, Object[] arguments) {
      return switch (name) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> entries.toString();
      };
    }

    private static Object bare(Object value) {
      if (value instanceof JSObject object) {
        return JavaValue.unwrap(object);
      }
      if (!(value instanceof Object[] elements)) {
        return value;
      }
      List<Object> list = new ArrayList<>();
      for (Object element : elements) {
        list.add(bare(element));
      }
      return list;
    }

    /** TeaVM's rule: the first letter becomes small, unless the second is a capital as well. */
    private static String entryName(Method accessor, int prefix) {
      JSProperty property = accessor.getAnnotation(JSProperty.class);
      if (property != null && !property.value().isEmpty()) {
        return property.value();
      }
      String name = accessor.getName().substring(prefix);
      return name.length() > 1 && Character.isUpperCase(name.charAt(1))
          ? name
          : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Object as(Class<?> type, Object value) {
      if (type == boolean.class) {
        return value != null && (boolean) value;
      }
      if (type == int.class) {
        return value == null ? 0 : ((Number) value).intValue();
      }
      if (type == double.class) {
        return value == null ? 0.0 : ((Number) value).doubleValue();
      }
      return type == JSObject.class || type == Sequence.class
          ? JavaValue.of(value)
          : type.cast(value);
    }
  }
}
