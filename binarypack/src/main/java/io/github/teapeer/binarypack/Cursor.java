package io.github.teapeer.binarypack;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Goes through a container that is being written, and knows where in it it is. */
abstract sealed class Cursor {
  final Cursor parent;
  final Object container;

  private Cursor(Cursor parent, Object container) {
    this.parent = parent;
    this.container = container;
  }

  abstract int size();

  abstract boolean hasNext();

  /** The next value. Of a map, writes the key first. */
  abstract Object next(PackWriter out);

  /** The last value's place in a path, such as {@code [5]} or {@code .name}. */
  abstract String step();

  /** Whether a container is among these nested ones. */
  static boolean isWithin(Object container, Cursor innermost) {
    Cursor cursor = innermost;
    while (cursor != null && cursor.container != container) {
      cursor = cursor.parent;
    }
    return cursor != null;
  }

  /** The place of the last value of the innermost of nested containers. */
  static String path(Cursor innermost) {
    StringBuilder path = new StringBuilder();
    for (Cursor cursor = innermost; cursor != null; cursor = cursor.parent) {
      path.insert(0, cursor.step());
    }
    return path.insert(0, '$').toString();
  }

  static final class OfArray extends Cursor {
    private final int size;
    private int index;

    OfArray(Cursor parent, Object array) {
      super(parent, array);
      size = Array.getLength(array);
    }

    @Override
    int size() {
      return size;
    }

    @Override
    boolean hasNext() {
      return index < size;
    }

    @Override
    Object next(PackWriter out) {
      return Array.get(container, index++);
    }

    @Override
    String step() {
      return "[" + (index - 1) + "]";
    }
  }

  static final class OfCollection extends Cursor {
    private final int size;
    private final Iterator<?> values;
    private int index;

    OfCollection(Cursor parent, Collection<?> collection) {
      super(parent, collection);
      size = collection.size();
      values = collection.iterator();
    }

    @Override
    int size() {
      return size;
    }

    @Override
    boolean hasNext() {
      return index < size;
    }

    @Override
    Object next(PackWriter out) {
      index++;
      return values.next();
    }

    @Override
    String step() {
      return "[" + (index - 1) + "]";
    }
  }

  static final class OfMap extends Cursor {
    private final int size;
    private final Iterator<? extends Map.Entry<?, ?>> entries;
    private int index;
    private String key;

    OfMap(Cursor parent, Map<?, ?> map) {
      super(parent, map);
      size = map.size();
      entries = map.entrySet().iterator();
    }

    @Override
    int size() {
      return size;
    }

    @Override
    boolean hasNext() {
      return index < size;
    }

    @Override
    Object next(PackWriter out) {
      index++;
      Map.Entry<?, ?> entry = entries.next();
      if (!(entry.getKey() instanceof String name)) {
        throw new UnsupportedValueException(
            "Key " + entry.getKey() + " is not a string", path(parent));
      }
      key = name;
      out.writeString(name);
      return entry.getValue();
    }

    @Override
    String step() {
      return "." + key;
    }
  }
}
