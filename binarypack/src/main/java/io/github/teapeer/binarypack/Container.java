package io.github.teapeer.binarypack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list or map that is being filled with the values read; in its parent already. */
final class Container {
  final Container parent;
  private final List<Object> list;
  private final Map<String, Object> map;
  private int missing;
  private String key;

  private Container(Container parent, List<Object> list, Map<String, Object> map, int size) {
    this.parent = parent;
    this.list = list;
    this.map = map;
    missing = size;
  }

  static Container ofList(Container parent, int size) {
    return new Container(parent, new ArrayList<>(size), null, size);
  }

  static Container ofMap(Container parent, int size) {
    return new Container(parent, null, new LinkedHashMap<>(), size);
  }

  boolean isMap() {
    return map != null;
  }

  /** Whether everything has arrived. */
  boolean isFull() {
    return missing == 0;
  }

  /** The list or map, which goes on being filled. */
  Object value() {
    return isMap() ? map : list;
  }

  /** In a map, the key of the value that comes next. */
  void key(String next) {
    key = next;
  }

  void add(Object value) {
    missing--;
    if (isMap()) {
      map.put(key, value);
    } else {
      list.add(value);
    }
  }
}
