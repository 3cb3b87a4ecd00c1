package io.github.teapeer.binarypack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writes UTF-8 on the JVM, whose own encoder allocates, and writes a lone surrogate as a question
 * mark.
 */
final class JvmUtf8Encoder {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /** From this length on, setting up {@link LatinBlocks} costs less than it saves. */
  private static final int LONG_TEXT = 512;

  private static final char REPLACEMENT = '\ufffd';

  private JvmUtf8Encoder() {}

  /**
   * Encodes a text, a lone surrogate as U+FFFD.
   *
   * @param out has room for three bytes a UTF-16 unit
   * @return the offset after the last byte
   */
  static int encode(String text, byte[] out, int offset) {
    int length = text.length();
    char[] units = new char[Math.min(LatinBlocks.BLOCK, length)];
    return length < LONG_TEXT
        ? encodeShort(text, units, out, offset)
        : encodeLong(text, units, out, offset);
  }

  @SuppressWarnings("deprecation") // getBytes takes the low bytes of ASCII: there are no others
  private static int encodeShort(String text, char[] units, byte[] out, int offset) {
    text.getChars(0, units.length, units, 0);
    if (!isAscii(units)) {
      return encode(units, units.length, out, offset);
    }
    text.getBytes(0, units.length, out, offset);
    return offset + units.length;
  }

  private static int encodeLong(String text, char[] units, byte[] out, int offset) {
    LatinBlocks blocks = new LatinBlocks(units, out);
    int length = text.length();
    int at = offset;
    int end;
    for (int start = 0; start < length; start = end) {
      end = Math.min(length, start + units.length);
      if (end < length && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      int count = end - start;
      text.getChars(start, end, units, 0);
      at = blocks.write(count, at) ? at + count : encode(units, count, out, at);
    }
    return at;
  }

  private static boolean isAscii(char[] units) {
    int eights = units.length & -8;
    for (int i = 0; i < eights; i += 8) {
      if (!areAscii(units, i)) {
        return false;
      }
    }
    for (int i = eights; i < units.length; i++) {
      if (units[i] >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether eight units are ASCII. */
  private static boolean areAscii(char[] units, int at) {
    return (units[at]
            | units[at + 1]
            | units[at + 2]
            | units[at + 3]
            | units[at + 4]
            | units[at + 5]
            | units[at + 6]
            | units[at + 7])
        < 0x80;
  }

  private static int encode(char[] units, int count, byte[] out, int offset) {
    int at = offset;
    for (int i = 0; i < count; i++) {
      int unit = units[i];
      if (unit < 0x80) {
        out[at++] = (byte) unit;
      } else if (unit < 0x800) {
        out[at++] = (byte) (0xc0 | (unit >> 6));
        out[at++] = (byte) (0x80 | (unit & 63));
      } else if (unit >> 11 != 0x1b) {
        at = putThree(unit, out, at);
      } else {
        int point = Character.codePointAt(units, i, count);
        if (point < 0x10000) {
          at = putThree(REPLACEMENT, out, at);
        } else {
          INT.set(
              out,
              at,
              0xf0808080
                  | (point & 0x1c0000) << 6
                  | (point & 0x3f000) << 4
                  | (point & 0xfc0) << 2
                  | (point & 63));
          at += 4;
          i++;
        }
      }
    }
    return at;
  }

  private static int putThree(int unit, byte[] out, int at) {
    int bytes = 0xe08080 | (unit & 0xf000) << 4 | (unit & 0xfc0) << 2 | (unit & 63);
    if (at < out.length - 3) {
      // One store instead of three; the byte after them is written later, or not used.
      INT.set(out, at, bytes << 8);
    } else {
      out[at] = (byte) (bytes >> 16);
      out[at + 1] = (byte) (bytes >> 8);
      out[at + 2] = (byte) bytes;
    }
    return at + 3;
  }
}
