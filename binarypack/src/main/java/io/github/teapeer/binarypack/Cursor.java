package io.github.teapeer.binarypack;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Goes through a container that is being written, and knows where in it it is. What most containers
 * have in them, keys and {@link ShortForms}, it writes on the way.
 */
abstract sealed class Cursor {
  /** Instead of the value that the caller has to write. */
  private static final Object NONE = new Object();

  private static final int ROOM = PackedText.ROOM + ShortForms.ROOM;

  final Cursor parent;
  final Object container;
  final int size;

  /** How many values it went to. */
  int index;

  Object value;

  private Cursor(Cursor parent, Object container, int size) {
    this.parent = parent;
    this.container = container;
    this.size = size;
  }

  /**
   * Goes to the next value that the caller has to write.
   *
   * @param out has everything before that value then
   * @return whether there is one
   */
  final boolean next(PackWriter out) {
    value = NONE;
    while (value == NONE && index < size) {
      byte[] bytes = out.room(ROOM);
      out.writtenTo(fill(out, bytes, out.length()));
    }
    return value != NONE;
  }

  /** The value that {@link #next} went to. */
  final Object value() {
    return value;
  }

  /**
   * Writes values until {@link #value} is one for the caller, or {@link #index} is at the end, or
   * there is little room. Works on local variables, and always with the same array, which is much
   * faster than to ask the writer for it.
   *
   * @param out whose array it is
   * @param bytes has {@link #ROOM} at least
   * @param from the first offset to write at
   * @return the offset after what is written
   */
  abstract int fill(PackWriter out, byte[] bytes, int from);

  /** The last value's place in a path, such as {@code [5]} or {@code .name}. */
  String step() {
    return "[" + (index - 1) + "]";
  }

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

  /** Of an array of primitives. */
  static final class OfArray extends Cursor {
    OfArray(Cursor parent, Object array) {
      super(parent, array, Array.getLength(array));
    }

    @Override
    int fill(PackWriter out, byte[] bytes, int from) {
      if (container instanceof int[] integers) {
        return fill(integers, bytes, from);
      }
      if (container instanceof double[] numbers) {
        return fill(numbers, bytes, from);
      }
      value = Array.get(container, index++);
      return from;
    }

    private int fill(int[] integers, byte[] bytes, int from) {
      int at = from;
      int i = index;
      while (i < size && at <= bytes.length - NumberForms.ROOM) {
        at = NumberForms.put(bytes, at, integers[i++]);
      }
      index = i;
      return at;
    }

    private int fill(double[] numbers, byte[] bytes, int from) {
      int at = from;
      int i = index;
      while (i < size && at <= bytes.length - NumberForms.ROOM) {
        double number = numbers[i++];
        int end = NumberForms.put(bytes, at, number);
        if (end < 0) {
          value = number;
          break;
        }
        at = end;
      }
      index = i;
      return at;
    }
  }

  /** Of a list that finds each value fast. */
  static final class OfList extends Cursor {
    private final List<?> values;

    OfList(Cursor parent, Object container, List<?> values) {
      super(parent, container, values.size());
      this.values = values;
    }

    @Override
    int fill(PackWriter out, byte[] bytes, int from) {
      int at = from;
      int i = index;
      while (i < size && at <= bytes.length - ShortForms.ROOM) {
        Object next = values.get(i++);
        int end = ShortForms.put(bytes, at, next);
        if (end < 0) {
          value = next;
          break;
        }
        at = end;
      }
      index = i;
      return at;
    }
  }

  /** Of any other collection. */
  static final class OfCollection extends Cursor {
    private final Iterator<?> values;

    OfCollection(Cursor parent, Collection<?> collection) {
      super(parent, collection, collection.size());
      values = collection.iterator();
    }

    @Override
    int fill(PackWriter out, byte[] bytes, int from) {
      int at = from;
      while (index < size && at <= bytes.length - ShortForms.ROOM) {
        Object next = values.next();
        index++;
        int end = ShortForms.put(bytes, at, next);
        if (end < 0) {
          value = next;
          break;
        }
        at = end;
      }
      return at;
    }
  }

  static final class OfMap extends Cursor {
    private final Iterator<? extends Map.Entry<?, ?>> entries;
    private String key;

    OfMap(Cursor parent, Map<?, ?> map) {
      super(parent, map, map.size());
      entries = map.entrySet().iterator();
    }

    @Override
    int fill(PackWriter out, byte[] bytes, int from) {
      int at = from;
      while (index < size && at <= bytes.length - ROOM) {
        Map.Entry<?, ?> entry = entries.next();
        index++;
        if (!(entry.getKey() instanceof String name)) {
          throw new UnsupportedValueException(
              "Key " + entry.getKey() + " is not a string", path(parent));
        }
        key = name;
        Object next = entry.getValue();
        int end = PackedText.put(bytes, at, name);
        if (end < 0) {
          value = next;
          out.writtenTo(at);
          out.writeString(name);
          return out.length();
        }
        at = end;
        end = ShortForms.put(bytes, at, next);
        if (end < 0) {
          value = next;
          return at;
        }
        at = end;
      }
      return at;
    }

    @Override
    String step() {
      return "." + key;
    }
  }
}
