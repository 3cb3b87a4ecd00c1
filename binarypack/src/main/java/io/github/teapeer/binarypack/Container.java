package io.github.teapeer.binarypack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list or map that is being filled with the values read. */
abstract sealed class Container {
  final Container parent;
  private int missing;

  private Container(Container parent, int missing) {
    this.parent = parent;
    this.missing = missing;
  }

  /** Whether everything has arrived. */
  boolean isFull() {
    return missing == 0;
  }

  void add(Object value) {
    missing--;
    put(value);
  }

  /** The list or map, which goes on being filled. */
  abstract Object value();

  abstract void put(Object value);

  static final class OfList extends Container {
    private final List<Object> list;

    OfList(Container parent, int size) {
      super(parent, size);
      list = new ArrayList<>(size);
    }

    @Override
    Object value() {
      return list;
    }

    @Override
    void put(Object value) {
      list.add(value);
    }
  }

  static final class OfMap extends Container {
    private final Map<String, Object> map = new LinkedHashMap<>();
    private String key;

    OfMap(Container parent, int size) {
      super(parent, size);
    }

    /** The key of the value that comes next. */
    void key(String next) {
      key = next;
    }

    @Override
    Object value() {
      return map;
    }

    @Override
    void put(Object value) {
      map.put(key, value);
    }
  }
}
