package io.github.teapeer.binarypack;

import java.nio.charset.StandardCharsets;

/**
 * A text of up to 15 characters of ASCII, and its short form in two words. The keys of maps come
 * again and again: to write or read one anew takes many times longer. For the JVM alone.
 */
final class PackedText {
  /** The room that a text needs; what it does not use is overwritten by what comes next. */
  static final int ROOM = 16;

  /** What no byte of ASCII has. */
  private static final long HIGHEST_BITS = 0x8080808080808080L;

  private static final int SLOTS = 256;

  /**
   * The texts that were written last, by their hash. Threads share this: who does not see what
   * another one has put there does without.
   */
  private static final PackedText[] WRITTEN = new PackedText[SLOTS];

  /** The texts that were read last, by their words. */
  private static final PackedText[] READ = new PackedText[SLOTS];

  private final String text;
  private final long first;
  private final long second;
  private final int size;

  private PackedText(String text, long first, long second, int size) {
    this.text = text;
    this.first = first;
    this.second = second;
    this.size = size;
  }

  /**
   * Writes a text that is likely to have been written before.
   *
   * @return the offset after it; negative if it is too long or not ASCII
   */
  static int put(byte[] bytes, int at, String text) {
    if (text.length() >= ROOM) {
      return -1;
    }
    int slot = text.hashCode() & (SLOTS - 1);
    PackedText recent = WRITTEN[slot];
    if (recent != null && recent.text.equals(text)) {
      Words.set(bytes, at, recent.first);
      Words.set(bytes, at + 8, recent.second);
      return at + recent.size;
    }
    int end = ShortForms.put(bytes, at, text);
    if (end > 0) {
      WRITTEN[slot] =
          new PackedText(text, Words.get(bytes, at), Words.get(bytes, at + 8), end - at);
    }
    return end;
  }

  /**
   * Reads a text.
   *
   * @param bytes has {@link #ROOM} where it starts
   * @return null if it is not ASCII
   */
  static String get(byte[] bytes, int at, int size) {
    long first = Words.get(bytes, at);
    long second = 0;
    if (size <= 8) {
      first &= -1L << (64 - 8 * size);
    } else {
      second = Words.get(bytes, at + 8) & (-1L << (128 - 8 * size));
    }
    int slot = (int) (((first + second * 31) * 0x9e3779b97f4a7c15L) >>> 56);
    PackedText recent = READ[slot];
    if (recent != null && recent.first == first && recent.second == second) {
      return recent.text;
    }
    if ((((first << 8) | second) & HIGHEST_BITS) != 0) {
      return null;
    }
    String text = new String(bytes, at + 1, size - 1, StandardCharsets.ISO_8859_1);
    READ[slot] = new PackedText(text, first, second, size);
    return text;
  }
}
