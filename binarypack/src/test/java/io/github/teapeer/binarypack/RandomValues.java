package io.github.teapeer.binarypack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes values that both front ends can pack; the same for the same seed, everywhere. */
public final class RandomValues {
  private final Random random;

  public RandomValues(long seed) {
    random = new Random(seed);
  }

  public Object next() {
    return next(4);
  }

  byte[] bytes(int most) {
    byte[] bytes = new byte[random.nextInt(most + 1)];
    random.nextBytes(bytes);
    return bytes;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private Object next(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt() >> random.nextInt(32);
      case 3 -> Math.floor(random.nextDouble() * Math.pow(2, random.nextInt(70)));
      case 4 -> Double.longBitsToDouble(random.nextLong());
      case 5 -> text();
      case 6 -> bytes(40);
      case 7 -> list(depth - 1);
      default -> map(depth - 1);
    };
  }

  /** Of the whole Unicode range, with no lone surrogates, which do not survive UTF-8. */
  private String text() {
    StringBuilder text = new StringBuilder();
    int alphabet = random.nextInt(4);
    for (int length = random.nextInt(40); length > 0; length--) {
      switch (random.nextInt(alphabet + 1)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) random.nextInt(0x800));
        case 2 -> text.append((char) random.nextInt(0xd800));
        default -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
      }
    }
    return text.toString();
  }

  private List<Object> list(int depth) {
    List<Object> list = new ArrayList<>();
    for (int size = random.nextInt(20); size > 0; size--) {
      list.add(next(depth));
    }
    return list;
  }

  private Map<String, Object> map(int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int size = random.nextInt(20); size > 0; size--) {
      // A letter first: JavaScript moves keys that are numbers to the front.
      map.put("k" + text(), next(depth));
    }
    return map;
  }
}
