package io.github.teapeer.benchmarks.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The values that are packed: those of the JavaScript benchmark, as Java and as MessagePack has
 * them.
 */
final class Values {
  private Values() {}

  /** The value of that name. */
  static Object named(String name) {
    Random random = new Random(42);
    return switch (name) {
      case "smallObject" -> smallObject();
      case "doubles" -> random.doubles(10_000, -1000, 1000).boxed().toList();
      case "smallInts" -> random.ints(10_000, 0, 256).boxed().toList();
      case "ascii" -> text(random, 1_000_000, 32, 127);
      case "cjkAndEmoji" -> mixed(random);
      case "binary" -> new byte[16 << 20];
      case "tree" -> tree(5000, random);
      case "chunk" -> chunk();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Map<String, Object> smallObject() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "chat");
    object.put("text", "Hello, how are you?");
    object.put("from", "a3f8e2");
    object.put("time", 1732579200123L);
    object.put("count", 7);
    object.put("ratio", 0.25);
    object.put("tags", List.of("one", "two", 3));
    object.put("read", false);
    return object;
  }

  private static String text(Random random, int units, int from, int to) {
    StringBuilder text = new StringBuilder(units);
    random.ints(units, from, to).forEach(text::appendCodePoint);
    return text.toString();
  }

  private static String mixed(Random random) {
    StringBuilder text = new StringBuilder();
    for (int bytes = 0; bytes < 1_000_000; ) {
      boolean emoji = random.nextInt(10) == 0;
      text.appendCodePoint(emoji ? 0x1f600 + random.nextInt(64) : 0x4e00 + random.nextInt(0x5000));
      bytes += emoji ? 4 : 3;
    }
    return text.toString();
  }

  private static Object tree(int nodes, Random random) {
    List<List<Object>> children = new ArrayList<>();
    Object root = null;
    for (int id = 0; id < nodes; id++) {
      children.add(new ArrayList<>());
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("id", id);
      node.put("name", "node " + id);
      node.put("weight", random.nextDouble());
      node.put("open", id % 2 == 0);
      node.put("children", children.get(id));
      if (id == 0) {
        root = node;
      } else {
        children.get((id - 1) >> 2).add(node);
      }
    }
    return root;
  }

  private static Map<String, Object> chunk() {
    Map<String, Object> chunk = new LinkedHashMap<>();
    chunk.put("__peerData", 1);
    chunk.put("n", 0);
    chunk.put("data", new byte[16_300]);
    chunk.put("total", 3);
    return chunk;
  }
}
