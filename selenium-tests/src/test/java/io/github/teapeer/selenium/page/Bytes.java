package io.github.teapeer.selenium.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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

  /** What {@code values.js} puts before and after the content of a typed array. */
  private static final int MARGIN = 8;

  private static final byte FILLER = (byte) 0xee;

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
    return new Bytes(Map.of("seed", seed, "length", length), describe(randomContent(seed, length)));
  }

  /** The content that {@link #random} describes. */
  static byte[] randomContent(int seed, int length) {
    byte[] content = new byte[length];
    int state = seed;
    for (int i = 0; i < length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      content[i] = (byte) state;
    }
    return content;
  }

  /** The buffer that a page makes around the content of a typed array. */
  static byte[] withMargins(byte... content) {
    byte[] buffer = new byte[content.length + 2 * MARGIN];
    Arrays.fill(buffer, FILLER);
    System.arraycopy(content, 0, buffer, MARGIN, content.length);
    return buffer;
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
