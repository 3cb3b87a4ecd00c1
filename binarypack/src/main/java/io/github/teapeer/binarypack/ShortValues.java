package io.github.teapeer.binarypack;

/**
 * Reads the values of a few bytes that most lists and maps have in them; {@link PackReader} reads
 * all. For the JVM alone.
 */
final class ShortValues {
  /** What {@link #get} returns for a text that is not ASCII. */
  static final Object NONE = new Object();

  private static final int NULL = (byte) 0xc0;
  private static final int FALSE = (byte) 0xc2;
  private static final int TRUE = (byte) 0xc3;
  private static final int FLOAT_64 = (byte) 0xcb;
  private static final int UINT_8 = (byte) 0xcc;
  private static final int STRING = (byte) 0xb0;

  /** The least integer of one byte. */
  private static final int LEAST = -32;

  /** The integers of up to two bytes: to look one up is faster than to ask the JVM. */
  private static final Integer[] INTEGERS = new Integer[256 - LEAST];

  static {
    for (int i = 0; i < INTEGERS.length; i++) {
      INTEGERS[i] = i + LEAST;
    }
  }

  private ShortValues() {}

  /** The bytes of the value at an offset; 0 if it is none of those that are read here. */
  static int size(byte[] bytes, int at, int end) {
    int room = end - at;
    if (room < PackedText.ROOM) {
      return 0;
    }
    int type = bytes[at];
    if (type >= LEAST || type == NULL || type == FALSE || type == TRUE) {
      return 1;
    }
    if (type < NULL) {
      return type >= STRING ? type - STRING + 1 : 0;
    }
    return type == FLOAT_64 ? 9 : type == UINT_8 ? 2 : 0;
  }

  /** Whether the value at an offset is a string. */
  static boolean isString(byte[] bytes, int at) {
    return (bytes[at] & 0xf0) == (STRING & 0xf0);
  }

  /** The value at an offset, or {@link #NONE}. */
  static Object get(byte[] bytes, int at, int size) {
    int type = bytes[at];
    if (type == FLOAT_64) {
      return Words.getDouble(bytes, at + 1);
    }
    if (type >= LEAST || type == UINT_8) {
      return integer(bytes, at, 1 - size);
    }
    if (type < NULL) {
      String text = PackedText.get(bytes, at, size);
      return text == null ? NONE : text;
    }
    return type == NULL ? null : (Object) (type == TRUE);
  }

  /**
   * Reads doubles, which most lists that have one have nothing else of.
   *
   * @param most how many are read at most
   * @param target of the list that they are added to
   * @return the offset of what comes after them
   */
  static int addDoubles(byte[] bytes, int from, int end, int most, Block target) {
    Object[] values = target.values();
    int at = from;
    int left = most;
    int count;
    do {
      int room = Math.min(left, values.length);
      count = 0;
      while (count < room && end - at >= 9 && bytes[at] == FLOAT_64) {
        values[count++] = Words.getDouble(bytes, at + 1);
        at += 9;
      }
      left -= count;
    } while (target.flush(count));
    return at;
  }

  /** Does the same with integers of up to two bytes, in an order that nobody could predict. */
  static int addIntegers(byte[] bytes, int from, int end, int most, Block target) {
    Object[] values = target.values();
    int at = from;
    int left = most;
    int count;
    do {
      int room = Math.min(left, values.length);
      count = 0;
      while (count < room && at < end) {
        int type = bytes[at];
        // -1 unless the type is the value.
        int wide = (type - LEAST) >> 31;
        if ((wide & (type ^ UINT_8)) != 0 || at - wide >= end) {
          break;
        }
        values[count++] = integer(bytes, at, wide);
        at += 1 - wide;
      }
      left -= count;
    } while (target.flush(count));
    return at;
  }

  /**
   * The integer at an offset.
   *
   * @param wide 0 if its type is the value; -1 if the next byte is, without a sign
   */
  private static Integer integer(byte[] bytes, int at, int wide) {
    return INTEGERS[(bytes[at - wide] & (0xff | ~wide)) - LEAST];
  }
}
