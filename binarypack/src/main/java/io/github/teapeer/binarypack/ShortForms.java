package io.github.teapeer.binarypack;

/**
 * Writes values of a few bytes into an array in the forms of {@link PackWriter}: most that a list
 * or map has in it. Works on local variables, where the writer works on its fields. For the JVM
 * alone.
 */
final class ShortForms {
  /** The room that a value needs; what it does not use is overwritten by the next one. */
  static final int ROOM = PackedText.ROOM;

  private static final int NULL = 0xc0;
  private static final int FALSE = 0xc2;
  private static final int TRUE = 0xc3;
  private static final int SHORT_STRING = 0xb0;

  private ShortForms() {}

  /**
   * Writes a value.
   *
   * @return the offset after it; negative if it is none of those that are written here
   */
  static int put(byte[] bytes, int at, Object value) {
    if (value instanceof Integer integer) {
      return NumberForms.put(bytes, at, integer);
    }
    if (value instanceof Double number) {
      return NumberForms.put(bytes, at, number);
    }
    if (value instanceof String text) {
      return put(bytes, at, text);
    }
    if (value instanceof Boolean flag) {
      bytes[at] = (byte) (flag ? TRUE : FALSE);
      return at + 1;
    }
    if (value == null) {
      bytes[at] = (byte) NULL;
      return at + 1;
    }
    return -1;
  }

  /**
   * Writes a text of up to 15 characters of ASCII.
   *
   * @return the offset after it; negative if it is another text
   */
  static int put(byte[] bytes, int at, String text) {
    int length = text.length();
    if (length >= ROOM) {
      return -1;
    }
    bytes[at] = (byte) (SHORT_STRING | length);
    int start = at + 1;
    for (int i = 0; i < length; i++) {
      int unit = text.charAt(i);
      if (unit >= 0x80) {
        return -1;
      }
      bytes[start + i] = (byte) unit;
    }
    return start + length;
  }
}
