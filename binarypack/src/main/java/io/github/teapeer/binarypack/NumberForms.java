package io.github.teapeer.binarypack;

/**
 * Writes numbers into an array in the forms of {@link PackWriter}, eight bytes at once and without
 * branches, which nobody could predict. For the JVM alone.
 */
final class NumberForms {
  /** The room that a number needs; what it does not use is overwritten by the next one. */
  static final int ROOM = 9;

  private static final int FLOAT_64 = 0xcb;

  /**
   * By the number's sign and its bits: the form's tag in the highest byte; in the lowest three the
   * two shifts that put the number behind it, and the bytes of both.
   */
  private static final long[] FORMS = new long[64];

  static {
    PackWriter out = new PackWriter();
    for (int bits = 0; bits < 32; bits++) {
      int largest = (int) ((1L << bits) - 1);
      FORMS[index(largest)] = form(largest, out);
      FORMS[index(~largest)] = form(~largest, out);
    }
  }

  private NumberForms() {}

  /** The form in which an integer is written. */
  private static long form(int integer, PackWriter out) {
    out.reset();
    out.writeInt(integer);
    int size = out.length();
    int tagBytes = size > 1 ? 1 : 0;
    long tag = tagBytes * (out.buffer()[0] & 0xffL);
    int left = (8 - size + tagBytes) * 8;
    int right = tagBytes * 8;
    return (tag << 56) | (right << 16) | (left << 8) | size;
  }

  private static int index(int integer) {
    int sign = integer >> 31;
    return (sign & 32) | (32 - Integer.numberOfLeadingZeros(integer ^ sign));
  }

  /**
   * Writes an integer.
   *
   * @return the offset after it
   */
  static int put(byte[] bytes, int at, int integer) {
    long form = FORMS[index(integer)];
    Words.set(bytes, at, form | (((long) integer << (form >> 8)) >>> (form >> 16)));
    return at + ((int) form & 0xff);
  }

  /**
   * Writes a number as JavaScript means it: 5.0 is an integer.
   *
   * @return the offset after it; negative if it is one of the few that have other forms
   */
  static int put(byte[] bytes, int at, double number) {
    // NaN and the infinities have no integer near them, and TeaVM's cast to long fails for them.
    if (!Words.isJavaScript() || Double.isFinite(number)) {
      long integer = (long) number;
      if (integer == number) {
        return integer == (int) integer && integer != 0 ? put(bytes, at, (int) integer) : -1;
      }
    }
    bytes[at] = (byte) FLOAT_64;
    Words.set(bytes, at + 1, Double.doubleToLongBits(number));
    return at + ROOM;
  }
}
