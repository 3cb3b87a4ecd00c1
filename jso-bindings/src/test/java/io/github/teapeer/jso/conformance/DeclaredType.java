package io.github.teapeer.jso.conformance;

import io.github.teapeer.jso.value.PropertyBag;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teavm.jso.JSIndexer;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What a compiled JSO interface says about a JavaScript type: the names that TeaVM will put into
 * the generated code for it.
 *
 * @param name the interface's name
 * @param getters the attributes or dictionary members that it reads
 * @param setters those that it writes
 * @param methods the methods that it calls
 * @param constants the constants, with their values
 */
record DeclaredType(
    String name,
    Set<String> getters,
    Set<String> setters,
    Set<String> methods,
    Map<String, Integer> constants) {
  private static final Pattern NOT_IMPLEMENTED =
      Pattern.compile("\\S+ does not implement the (attribute|method) (\\w+)");

  static DeclaredType of(Class<?> type) throws ReflectiveOperationException {
    DeclaredType declared =
        new DeclaredType(
            type.getSimpleName(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeMap<>());
    for (Method method : type.getMethods()) {
      if (method.getDeclaringClass() == JSObject.class) {
        continue;
      }
      if (method.isDefault()) {
        declared.addDefault(type, method);
      } else if (!Modifier.isStatic(method.getModifiers())) {
        declared.addAbstract(method);
      }
    }
    for (Field field : type.getDeclaredFields()) {
      declared.constants.put(field.getName(), field.getInt(null));
    }
    return declared;
  }

  boolean hasMembers() {
    return !(getters.isEmpty() && setters.isEmpty() && methods.isEmpty());
  }

  private void addAbstract(Method method) {
    JSMethod called = method.getAnnotation(JSMethod.class);
    if (method.isAnnotationPresent(JSProperty.class)) {
      (isSetter(method) ? setters : getters).add(propertyName(method));
    } else if (!method.isAnnotationPresent(JSIndexer.class)) {
      methods.add(called == null || called.value().isEmpty() ? method.getName() : called.value());
    }
  }

  /**
   * A default method reaches the native object under a name that is a string in its body. Calling
   * it on an object that has nothing tells that name: NativeMember names what is missing, and
   * Values asks a PropertyBag.
   */
  private void addDefault(Class<?> type, Method method) throws ReflectiveOperationException {
    Set<String> reached = new TreeSet<>();
    InvocationHandler nothing =
        (proxy, called, arguments) -> {
          if (called.getDeclaringClass() == PropertyBag.class) {
            getters.add((String) arguments[0]);
            reached.add((String) arguments[0]);
          } else if (called.getDeclaringClass() != Object.class) {
            reached.add(called.getName());
          }
          return null;
        };
    Object empty =
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type, PropertyBag.class}, nothing);
    try {
      InvocationHandler.invokeDefault(empty, method, defaults(method));
    } catch (UnsupportedOperationException e) {
      Matcher matcher = NOT_IMPLEMENTED.matcher(e.getMessage());
      if (!matcher.matches()) {
        throw new IllegalStateException(method + " throws " + e.getMessage(), e);
      }
      reached.add(matcher.group(2));
      if (matcher.group(1).equals("method")) {
        methods.add(matcher.group(2));
      } else {
        (isSetter(method) ? setters : getters).add(matcher.group(2));
      }
    } catch (Throwable e) {
      throw new IllegalStateException(method + " does not only reach a member", e);
    }
    if (reached.size() != 1) {
      throw new IllegalStateException(method + " reaches " + reached);
    }
    String name = reached.iterator().next();
    if (!isNamedAfter(method, name)) {
      throw new IllegalStateException(method + " reaches " + name);
    }
  }

  private static Object[] defaults(Method method) {
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      if (method.getParameterTypes()[i] == String.class) {
        arguments[i] = "";
      }
    }
    return arguments;
  }

  /** A method {@code cloneX} stands for {@code clone}, which Object has. */
  private static boolean isNamedAfter(Method method, String name) {
    return name.equals(method.getName())
        || name.equals(propertyName(method))
        || (name.equals("clone") && method.getName().startsWith("clone"));
  }

  private static boolean isSetter(Method method) {
    return method.getParameterCount() == 1;
  }

  /** TeaVM's rule: the first letter becomes small, unless the second is a capital as well. */
  private static String propertyName(Method method) {
    JSProperty property = method.getAnnotation(JSProperty.class);
    if (property != null && !property.value().isEmpty()) {
      return property.value();
    }
    String name = method.getName().replaceFirst("^(get|set|is)(?=[A-Z])", "");
    return name.length() > 1 && Character.isUpperCase(name.charAt(1))
        ? name
        : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
