package io.github.teapeer.binarypack;

import org.teavm.jso.JSObject;

/**
 * The short ASCII strings that were read last. The keys of objects come again and again: to compare
 * their bytes takes a fraction of the time in which a string is made, and nothing is allocated.
 */
final class RecentStrings {
  /** The longest string that is kept, in bytes. */
  private static final int LONGEST = 32;

  private static final int SLOTS = 256;

  private final String[] texts = new String[SLOTS];

  /** What the texts look like when packed, {@link #LONGEST} bytes each. */
  private final byte[] contents = new byte[SLOTS * LONGEST];

  /**
   * Reads a string.
   *
   * @param utf8 what {@link Utf8Decoder#platform} answered
   * @return the text, or null if the bytes are not UTF-8
   */
  String get(JSObject utf8, byte[] in, int from, int end) {
    int size = end - from;
    // Keys differ in their length, their last letter, or one in the middle. Before an empty string
    // there is its header.
    int last = end - 1;
    int slot = ((in[last] * 31 + in[last - (size >> 1)]) * 31 + size) & (SLOTS - 1);
    int start = slot * LONGEST;
    String text = texts[slot];
    int same = -1;
    if (text != null && text.length() == size) {
      same = 0;
      while (same < size && contents[start + same] == in[from + same]) {
        same++;
      }
    }
    if (same != size) {
      text = Utf8Decoder.decode(utf8, in, from, end);
      // It is as long as its bytes if it is ASCII.
      if (size <= LONGEST && text != null && text.length() == size) {
        texts[slot] = text;
        for (int i = 0; i < size; i++) {
          contents[start + i] = in[from + i];
        }
      }
    }
    return text;
  }
}
