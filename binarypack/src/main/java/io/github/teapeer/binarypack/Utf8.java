package io.github.teapeer.binarypack;

/**
 * UTF-8 with the two peculiarities of PeerJS: surrogates encoded one by one in three bytes each
 * (CESU-8) are read, and written on demand, since the decoders up to PeerJS 1.4.7 know no four-byte
 * sequences.
 */
final class Utf8 {
  /** From this length on, setting up the platform's codec costs less than it saves. */
  private static final int PLATFORM_LENGTH = 24;

  private static final int REPLACEMENT = 0xfffd;

  private Utf8() {}

  /**
   * Writes a string; a lone surrogate becomes U+FFFD, as the WHATWG Encoding Standard has it.
   *
   * @param out has room for three bytes a UTF-16 unit
   * @return the offset after the last byte
   */
  static int encode(String text, byte[] out, int offset, boolean legacy) {
    int units = text.length();
    if (units >= PLATFORM_LENGTH && !legacy) {
      int written = Intrinsics.encodeUtf8(text, out, offset);
      if (written >= 0) {
        return offset + written;
      }
    }
    int at = offset;
    for (int i = 0; i < units; i++) {
      int code = text.charAt(i);
      if (code < 0x80) {
        out[at++] = (byte) code;
        continue;
      }
      if (code >> 11 == 0x1b) {
        int low = code < 0xdc00 && i + 1 < units ? text.charAt(i + 1) : 0;
        if (low >> 10 != 0x37) {
          code = REPLACEMENT;
        } else if (legacy) {
          at = multiByte(code, out, at);
          code = low;
          i++;
        } else {
          code = (code << 10) + low - 0x35fdc00;
          i++;
        }
      }
      at = multiByte(code, out, at);
    }
    return at;
  }

  private static int multiByte(int code, byte[] out, int offset) {
    int at = offset;
    if (code < 0x800) {
      out[at++] = (byte) (0xc0 | (code >> 6));
    } else {
      if (code < 0x10000) {
        out[at++] = (byte) (0xe0 | (code >> 12));
      } else {
        out[at++] = (byte) (0xf0 | (code >> 18));
        out[at++] = (byte) (0x80 | ((code >> 12) & 63));
      }
      out[at++] = (byte) (0x80 | ((code >> 6) & 63));
    }
    out[at++] = (byte) (0x80 | (code & 63));
    return at;
  }

  /**
   * Reads a string.
   *
   * @return the text, or null if the bytes are not UTF-8, not even with single surrogates
   */
  static String decode(byte[] in, int from, int end) {
    if (end - from >= PLATFORM_LENGTH) {
      String text = Intrinsics.decodeUtf8(in, from, end);
      if (text != null) {
        return text;
      }
    }
    char[] text = new char[end - from];
    int length = 0;
    int at = from;
    while (at < end) {
      int code = in[at++];
      if (code < 0) {
        // The lead byte's ones above its first zero count the bytes of the sequence.
        int more = code < -32 ? 1 : code < -16 ? 2 : 3;
        if (code < -62 || code > -12 || at + more > end) {
          return null;
        }
        code &= 63 >> more;
        for (int i = more; i > 0; i--) {
          int next = in[at++];
          if (next >= -64) {
            return null;
          }
          code = (code << 6) | (next & 63);
        }
        // Overlong forms are refused: nothing writes them, and filters stumble over them.
        if ((more > 1 && code < (more == 2 ? 0x800 : 0x10000)) || code > 0x10ffff) {
          return null;
        }
        if (more == 3) {
          text[length++] = (char) (0xd7c0 + (code >> 10));
          code = 0xdc00 | (code & 0x3ff);
        }
      }
      text[length++] = (char) code;
    }
    return new String(text, 0, length);
  }
}
