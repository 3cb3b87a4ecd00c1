package io.github.teapeer.jso.value;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teavm.jso.JSObject;

/**
 * Makes WebIDL dictionaries on the JVM: any JSO interface of getters and setters, kept in a map. In
 * the browser a dictionary is an object literal and this class is never reached.
 */
public final class Dictionary {
  private Dictionary() {}

  /**
   * A new empty dictionary.
   *
   * @param <T> the dictionary's interface
   * @param type an interface whose methods are getters ({@code getX}, {@code isX}) and setters
   *     ({@code setX})
   * @return an object that implements the interface and {@link PropertyBag}
   */
  public static <T extends JSObject> T create(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type, PropertyBag.class}, new Entries()));
  }

  private static final class Entries implements InvocationHandler {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      String name = method.getName();
      if (method.getDeclaringClass() == Object.class) {
        return ofObject(proxy, name, arguments);
      }
      if (method.getDeclaringClass() == PropertyBag.class) {
        return name.equals("property")
            ? entries.get((String) arguments[0])
            : entries.put((String) arguments[0], arguments[1]);
      }
      if (name.startsWith("set")) {
        entries.put(entryName(name, 3), arguments[0]);
        return null;
      }
      Object value = entries.get(entryName(name, name.startsWith("is") ? 2 : 3));
      return value == null ? absent(method.getReturnType()) : value;
    }

    private Object ofObject(Object proxy, String name, Object[] arguments) {
      return switch (name) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> entries.toString();
      };
    }

    private static String entryName(String accessor, int prefix) {
      return Character.toLowerCase(accessor.charAt(prefix)) + accessor.substring(prefix + 1);
    }

    private static Object absent(Class<?> type) {
      if (type == boolean.class) {
        return false;
      }
      if (type == int.class) {
        return 0;
      }
      return type == double.class ? (Object) 0.0 : null;
    }
  }
}
