package io.github.teapeer.binarypack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list or map that is being filled with the values read; in its parent already. */
abstract sealed class Container {
  final Container parent;

  private Container(Container parent) {
    this.parent = parent;
  }

  /** Whether everything has arrived. */
  abstract boolean isFull();

  /** The list or map, which goes on being filled. */
  abstract Object value();

  abstract void add(Object value);

  /**
   * Reads what comes before the next value that the caller has to read: short values, and the key.
   */
  abstract void readShort(PackReader in);

  static final class OfList extends Container {
    private final int size;
    private final List<Object> list;

    /** Null for a short list. */
    private final Block block;

    OfList(Container parent, int size) {
      super(parent);
      this.size = size;
      list = new ArrayList<>(size);
      block = size < Block.SIZE ? null : new Block(list);
    }

    @Override
    boolean isFull() {
      return list.size() == size;
    }

    @Override
    Object value() {
      return list;
    }

    @Override
    void add(Object value) {
      list.add(value);
    }

    @Override
    void readShort(PackReader in) {
      byte[] bytes = in.input();
      int at = in.position();
      int end = in.shortValuesEnd();
      int before = list.size();
      int start;
      do {
        start = at;
        if (block != null) {
          at = ShortValues.addDoubles(bytes, at, end, size - list.size(), block);
          at = ShortValues.addIntegers(bytes, at, end, size - list.size(), block);
        }
        at = addOne(bytes, at, end);
      } while (at > start);
      in.skip(at, list.size() - before);
    }

    private int addOne(byte[] bytes, int at, int end) {
      int length = isFull() ? 0 : ShortValues.size(bytes, at, end);
      if (length > 0) {
        Object value = ShortValues.get(bytes, at, length);
        if (value != ShortValues.NONE) {
          list.add(value);
          return at + length;
        }
      }
      return at;
    }
  }

  static final class OfMap extends Container {
    private final Map<String, Object> map = new LinkedHashMap<>();
    private int missing;
    private String key;

    OfMap(Container parent, int size) {
      super(parent);
      missing = size;
    }

    @Override
    boolean isFull() {
      return missing == 0;
    }

    @Override
    Object value() {
      return map;
    }

    @Override
    void add(Object value) {
      missing--;
      map.put(key, value);
    }

    @Override
    void readShort(PackReader in) {
      byte[] bytes = in.input();
      int at = in.position();
      int end = in.shortValuesEnd();
      int read = 0;
      while (missing > 0) {
        int size = ShortValues.size(bytes, at, end);
        String next =
            size > 0 && ShortValues.isString(bytes, at) ? PackedText.get(bytes, at, size) : null;
        if (next == null) {
          in.skip(at, read);
          next = in.nextKey();
          at = in.position();
          read = 0;
        } else {
          at += size;
          read++;
        }
        size = ShortValues.size(bytes, at, end);
        Object value = size > 0 ? ShortValues.get(bytes, at, size) : ShortValues.NONE;
        if (value == ShortValues.NONE) {
          key = next;
          break;
        }
        map.put(next, value);
        missing--;
        at += size;
        read++;
      }
      in.skip(at, read);
    }
  }
}
