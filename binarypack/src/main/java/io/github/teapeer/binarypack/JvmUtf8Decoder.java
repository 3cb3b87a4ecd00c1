package io.github.teapeer.binarypack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads UTF-8 and CESU-8 on the JVM, whose own decoder is fast with Latin-1 and short texts alone,
 * and replaces what it cannot read.
 */
final class JvmUtf8Decoder {
  private static final char REPLACEMENT = '\ufffd';

  /** From this length on, what the JVM copies more often costs more than to look for it. */
  private static final int LONG_TEXT = 1024;

  /** How much of a long text is looked at. */
  private static final int SAMPLE = 256;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private char[] units;
  private int length;

  private JvmUtf8Decoder(int bytes) {
    units = new char[bytes / 2 + 2];
  }

  /** Decodes bytes, or returns null if they are neither UTF-8 nor CESU-8. */
  static String decode(byte[] in, int from, int end) {
    if (end - from < LONG_TEXT || isLatin(in, from, from + SAMPLE)) {
      String text = new String(in, from, end - from, StandardCharsets.UTF_8);
      if (text.indexOf(REPLACEMENT) < 0) {
        return text;
      }
    }
    JvmUtf8Decoder decoder = new JvmUtf8Decoder(end - from);
    int at = decoder.decodeAll(in, from, Math.min(end, in.length - 3));
    if (at >= 0 && at < end) {
      // The last ones, with zeros after them, which end any character.
      at += decoder.decodeAll(Arrays.copyOfRange(in, at, end + 3), 0, end - at);
    }
    return at == end ? new String(decoder.units, 0, decoder.length) : null;
  }

  /** Whether all characters that begin between two offsets are below U+0100. */
  private static boolean isLatin(byte[] in, int from, int end) {
    for (int at = from; at < end; at++) {
      if (in[at] < 0 && in[at] > (byte) 0xc3) {
        return false;
      }
    }
    return true;
  }

  /**
   * Decodes all characters that start between two offsets.
   *
   * @param in has three bytes or more after the end
   * @return the offset after the last character; negative if one is malformed
   */
  private int decodeAll(byte[] in, int from, int end) {
    int at = from;
    while (at >= 0 && at < end) {
      at = decodeSome(in, at, end);
      if (length > units.length - 2) {
        // Every unit takes a byte or more.
        units = Arrays.copyOf(units, length + Math.max(0, end - at) + 5);
      }
    }
    return at;
  }

  /** Does the same, until no room is left for the units. */
  private int decodeSome(byte[] in, int from, int end) {
    char[] target = units;
    int full = target.length - 1;
    int to = length;
    int at = from;
    while (at < end && to < full) {
      int bytes = (int) INT.get(in, at);
      if ((bytes & 0xf0c0c000) == 0xe0808000) {
        int unit = (bytes & 0xf000000) >> 12 | (bytes & 0x3f0000) >> 10 | (bytes & 0x3f00) >> 8;
        if (unit < 0x800) {
          return -1;
        }
        target[to++] = (char) unit;
        at += 3;
      } else if (bytes >= 0) {
        target[to++] = (char) (bytes >> 24);
        at++;
      } else if ((bytes & 0xe0c00000) == 0xc0800000) {
        int unit = (bytes & 0x1f000000) >> 18 | (bytes & 0x3f0000) >> 16;
        if (unit < 0x80) {
          return -1;
        }
        target[to++] = (char) unit;
        at += 2;
      } else {
        int point =
            (bytes & 0x7000000) >> 6
                | (bytes & 0x3f0000) >> 4
                | (bytes & 0x3f00) >> 2
                | (bytes & 0x3f);
        if ((bytes & 0xf8c0c0c0) != 0xf0808080 || !Character.isSupplementaryCodePoint(point)) {
          return -1;
        }
        target[to++] = Character.highSurrogate(point);
        target[to++] = Character.lowSurrogate(point);
        at += 4;
      }
    }
    length = to;
    return at;
  }
}
