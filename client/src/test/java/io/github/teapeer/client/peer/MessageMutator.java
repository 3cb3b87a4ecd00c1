package io.github.teapeer.client.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Spoils JSON values, which are Maps, Lists, Strings, Doubles, Booleans and null: drops fields,
 * swaps and retypes them, names them as JavaScript's prototypes do, makes them huge or deep. A
 * value that is handed in stays as it is.
 */
final class MessageMutator {
  private static final List<String> NAMES =
      List.of(
          "__proto__",
          "constructor",
          "prototype",
          "toString",
          "hasOwnProperty",
          "type",
          "src",
          "sdp",
          "payload",
          "connectionId",
          "candidate",
          "teapeer",
          "end",
          "round",
          "chunk",
          "renegotiates",
          "metadata",
          "serialization",
          "label",
          "reliable",
          "browser",
          "reason",
          "msg",
          "length");

  private final RandomGenerator random;
  private final List<String> ids;

  /**
   * Makes a mutator.
   *
   * @param random decides
   * @param ids what is put where another id was: peers, connections, types
   */
  MessageMutator(RandomGenerator random, List<String> ids) {
    this.random = random;
    this.ids = ids;
  }

  /** A copy with up to three faults. */
  Object mutate(Object value) {
    Object mutated = copy(value);
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutated = spoil(mutated, 0);
    }
    return mutated;
  }

  /** A copy of maps and lists all the way down. */
  static Object copy(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(key, copy(each)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(copy(each)));
      return copy;
    }
    return value;
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  private Object spoil(Object value, int depth) {
    if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(6 + depth) < 5) {
      spoilMap((Map<String, Object>) map, depth);
      return map;
    }
    if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(4) > 0) {
      List<Object> items = (List<Object>) list;
      int index = random.nextInt(items.size());
      items.set(index, spoil(items.get(index), depth + 1));
      return items;
    }
    if (value instanceof String text && random.nextBoolean()) {
      return spoil(text);
    }
    return something(0);
  }

  private void spoilMap(Map<String, Object> map, int depth) {
    List<String> keys = List.copyOf(map.keySet());
    String key = pick(keys);
    switch (random.nextInt(8)) {
      case 0 -> map.remove(key);
      case 1 -> map.put(pick(NAMES), map.remove(key));
      case 2 -> map.put(pick(NAMES), something(0));
      case 3 -> map.put(key, map.put(pick(keys), map.get(key)));
      case 4 -> map.put(key, pick(ids));
      default -> map.put(key, spoil(map.get(key), depth + 1));
    }
  }

  private String spoil(String text) {
    if (text.isEmpty() || random.nextInt(4) == 0) {
      return pick(ids);
    }
    int from = random.nextInt(text.length());
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, from);
      case 1 -> text.substring(from) + text;
      case 2 -> text.substring(0, from) + (char) random.nextInt(0x10000) + text.substring(from);
      default -> text.substring(0, from) + text.substring(Math.min(text.length(), from + 9));
    };
  }

  private Object something(int depth) {
    return switch (random.nextInt(13)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> (double) random.nextInt(-2, 5);
      case 3 -> pick(List.of(1e308, -1e308, 0.5, 2147483647.0, -2147483648.0, 4294967296.0, 9e15));
      case 4 -> "";
      case 5, 6 -> pick(NAMES);
      case 7, 8 -> pick(ids);
      case 9 -> "x".repeat(random.nextInt(50) == 0 ? 200_000 : 300);
      case 10 -> deep(random.nextInt(1, 300));
      case 11 ->
          depth > 3 ? "" : new ArrayList<>(Arrays.asList(something(depth + 1), something(5)));
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = depth > 3 ? 0 : random.nextInt(4); i > 0; i--) {
          map.put(pick(NAMES), something(depth + 1));
        }
        yield map;
      }
    };
  }

  private static Object deep(int levels) {
    Object deep = new LinkedHashMap<>();
    for (int i = 0; i < levels; i++) {
      List<Object> outer = new ArrayList<>();
      outer.add(deep);
      deep = outer;
    }
    return deep;
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
