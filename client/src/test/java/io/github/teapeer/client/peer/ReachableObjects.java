package io.github.teapeer.client.peer;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What can be reached from an object of the client: its own objects, and the values that it holds.
 * The simulated platform, which remembers everything for tests, is where the search ends, and so
 * are the listeners of tests.
 */
final class ReachableObjects {
  private static final String CLIENT = "io.github.teapeer.client.";
  private static final String SIMULATION = CLIENT + "simulation.";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private long bytes;

  private ReachableObjects(Object root) {
    add(root);
    while (!open.isEmpty()) {
      visit(open.pop());
    }
  }

  /** How many objects there are, by the names of their classes. */
  static Map<String, Integer> countsFrom(Object root) {
    return new ReachableObjects(root).counts;
  }

  /** How many bytes all reachable byte arrays and texts have, with 8 for any reference. */
  static long bytesFrom(Object root) {
    return new ReachableObjects(root).bytes;
  }

  private void add(Object object) {
    if (object != null && seen.add(object)) {
      open.push(object);
    }
  }

  private void visit(Object object) {
    Class<?> type = object.getClass();
    if (type.isArray()) {
      visitArray(object, type);
    } else if (object instanceof Collection<?> collection) {
      collection.forEach(this::add);
    } else if (object instanceof Map<?, ?> map) {
      map.keySet().forEach(this::add);
      map.values().forEach(this::add);
    } else if (object instanceof String text) {
      bytes += text.length();
    } else if (type.getName().startsWith("io.github.teapeer.") && !isForeign(type)) {
      counts.merge(nameOf(type), 1, Integer::sum);
      visitFields(object, type);
    }
  }

  private void visitArray(Object array, Class<?> type) {
    int length = Array.getLength(array);
    if (type == byte[].class) {
      bytes += length;
    } else if (!type.getComponentType().isPrimitive()) {
      bytes += 8L * length;
      for (Object item : (Object[]) array) {
        add(item);
      }
    }
  }

  private static boolean isForeign(Class<?> type) {
    return type.getName().startsWith(SIMULATION)
        || type.getProtectionDomain() == ReachableObjects.class.getProtectionDomain();
  }

  /** Lambdas of one place are one class, whose name differs from run to run. */
  private static String nameOf(Class<?> type) {
    return type.getName().replaceFirst("(\\$\\$Lambda).*", "$1");
  }

  private void visitFields(Object object, Class<?> type) {
    for (Class<?> each = type; each.getName().startsWith("io."); each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          add(valueOf(field, object));
        }
      }
    }
  }

  private static Object valueOf(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
