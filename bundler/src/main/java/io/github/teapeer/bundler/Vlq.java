package io.github.teapeer.bundler;

import io.github.teapeer.bundler.source.BuildFailure;
import java.util.Arrays;

/** The base-64 variable-length quantities of source maps (ECMA-426). */
final class Vlq {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int DATA_BITS = 5;
  private static final int CONTINUATION = 1 << DATA_BITS;
  private static final int DATA = CONTINUATION - 1;

  private Vlq() {}

  /** Appends {@code value}, whose sign goes into the lowest bit. */
  static void append(StringBuilder target, int value) {
    int rest = value < 0 ? -value << 1 | 1 : value << 1;
    do {
      int digit = rest & DATA;
      rest >>>= DATA_BITS;
      target.append(DIGITS.charAt(rest == 0 ? digit : digit | CONTINUATION));
    } while (rest != 0);
  }

  /**
   * Reads the values of one segment.
   *
   * @param segment what stands between two commas
   * @return its one, four or five values
   */
  static int[] read(String segment) {
    int[] values = new int[5];
    int count = 0;
    int value = 0;
    int shift = 0;
    for (int i = 0; i < segment.length(); i++) {
      int digit = DIGITS.indexOf(segment.charAt(i));
      if (digit < 0 || shift > 30 || count == values.length) {
        throw new BuildFailure("Not a segment of a source map: " + segment);
      }
      value |= (digit & DATA) << shift;
      if ((digit & CONTINUATION) != 0) {
        shift += DATA_BITS;
      } else {
        values[count++] = (value & 1) == 0 ? value >>> 1 : -(value >>> 1);
        value = 0;
        shift = 0;
      }
    }
    return Arrays.copyOf(values, count);
  }
}
