package io.github.teapeer.selenium.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Binary content of a {@link Value}: how a page makes it, and how a page describes it.
 *
 * @param recipe hexadecimal text, or a seed and a length
 * @param description hexadecimal text, or from 1,024 bytes on the length and the SHA-256
 */
record Bytes(Object recipe, String description) {
  private static final int LONGEST_HEX = 1023;

  static Bytes of(byte... content) {
    return new Bytes(HexFormat.of().formatHex(content), describe(content));
  }

  /**
   * Content that the page computes from the seed, so that megabytes need not pass through
   * WebDriver; this side computes the same (Marsaglia's xorshift32) and knows what must arrive.
   *
   * @param seed any number but 0
   */
  static Bytes random(int seed, int length) {
    byte[] content = new byte[length];
    int state = seed;
    for (int i = 0; i < length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      content[i] = (byte) state;
    }
    return new Bytes(Map.of("seed", seed, "length", length), describe(content));
  }

  private static String describe(byte[] content) {
    if (content.length <= LONGEST_HEX) {
      return HexFormat.of().formatHex(content);
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return "%d bytes, SHA-256 %s".formatted(content.length, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }
}
