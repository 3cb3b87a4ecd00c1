package io.github.teapeer.binarypack;

import java.util.Arrays;

/**
 * Writes BinaryPack into a buffer that grows as needed and is reused after {@link #reset}. It takes
 * one value after the other: a container is its header followed by as many values (a map: a string
 * key and a value each) as the header said, which is the caller's duty to keep. Not safe for
 * concurrent use.
 *
 * <p>Numbers take the smallest form that every PeerJS generation decodes correctly. That is not
 * always what PeerJS itself would send: its integers below −2<sup>31</sup> come out wrong, and so
 * do half of its fractions.
 */
public final class PackWriter {
  private static final int INITIAL_CAPACITY = 1024;

  /**
   * {@link #reset} lets go of a larger buffer, so that one big message does not hold it forever.
   */
  private static final int RETAINED_CAPACITY = 1 << 22;

  private static final double TWO_31 = 2147483648.0;
  private static final double TWO_32 = 4294967296.0;
  private static final double TWO_53 = 9007199254740992.0;

  private final boolean legacyStrings;
  private final DoubleBits bits = new DoubleBits();
  private byte[] buffer = new byte[INITIAL_CAPACITY];
  private int length;

  /** Creates a writer of plain UTF-8 strings. */
  public PackWriter() {
    this(false);
  }

  /**
   * Creates a writer.
   *
   * @param legacyStrings whether characters beyond U+FFFF (emoji) are written as two surrogates of
   *     three bytes each (CESU-8). Every PeerJS generation reads that, while those up to 1.4.7
   *     garble the four bytes of UTF-8
   */
  public PackWriter(boolean legacyStrings) {
    this.legacyStrings = legacyStrings;
  }

  /** Starts over with an empty message; the buffer is reused. */
  public void reset() {
    length = 0;
    if (buffer.length > RETAINED_CAPACITY) {
      buffer = new byte[INITIAL_CAPACITY];
    }
  }

  /** The number of bytes written since the last {@link #reset}. */
  public int length() {
    return length;
  }

  /**
   * The bytes written, in the first {@link #length()} elements. The array is the writer's own: the
   * next call that writes or resets may change or replace it.
   */
  public byte[] buffer() {
    return buffer;
  }

  /** A copy of the bytes written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, length);
  }

  /** Writes null; PeerJS has no other form for undefined either. */
  public void writeNull() {
    tagged(0xc0, 0, 0);
  }

  /** Writes a boolean. */
  public void writeBoolean(boolean value) {
    tagged(value ? 0xc3 : 0xc2, 0, 0);
  }

  /** Writes an integer in its smallest form. */
  public void writeInt(int value) {
    if (value >= -32 && value < 128) {
      tagged(value, 0, 0);
    } else if (value >= 0) {
      if (value < 0x100) {
        tagged(0xcc, value, 1);
      } else if (value < 0x10000) {
        tagged(0xcd, value, 2);
      } else {
        tagged(0xce, value, 4);
      }
    } else if (value >= -0x80) {
      tagged(0xd0, value, 1);
    } else if (value >= -0x8000) {
      tagged(0xd1, value, 2);
    } else {
      tagged(0xd2, value, 4);
    }
  }

  /**
   * Writes an integer. Beyond an int it takes the form that stock PeerJS decodes correctly: 64 bits
   * when positive, a double when negative; from ±2<sup>53</sup>, where a double may not be exact,
   * 64 bits in any case.
   */
  public void writeLong(long value) {
    if (value > -(1L << 53) && value < 1L << 53) {
      writeDouble((double) value);
    } else {
      writeWords(0xd3, (int) (value >> 32), (int) value);
    }
  }

  /** Writes an integer of 64 bits without a sign: −1 is 2<sup>64</sup> − 1. */
  public void writeUnsignedLong(long value) {
    if (value >= 0) {
      writeLong(value);
    } else {
      writeWords(0xcf, (int) (value >> 32), (int) value);
    }
  }

  /**
   * Writes a number as JavaScript means it: 5.0 is the integer 5. Everything that is not an integer
   * between −2<sup>31</sup> and 2<sup>53</sup>, and −0, NaN and the infinities, is written as its
   * IEEE 754 bits.
   */
  public void writeDouble(double value) {
    int integer = (int) value;
    if (integer == value && (integer != 0 || 1 / value > 0)) {
      writeInt(integer);
    } else if (value > 0 && value < TWO_53 && Math.floor(value) == value) {
      int high = (int) (value / TWO_32);
      double rest = value - high * TWO_32;
      int low = (int) (rest < TWO_31 ? rest : rest - TWO_32);
      if (high == 0) {
        tagged(0xce, low, 4);
      } else {
        writeWords(0xd3, high, low);
      }
    } else if (Double.isNaN(value)) {
      // One NaN, whatever bits the processor gave this one.
      writeWords(0xcb, 0x7ff80000, 0);
    } else {
      bits.set(value);
      writeWords(0xcb, bits.high(), bits.low());
    }
  }

  /**
   * Writes a string. A surrogate without its other half becomes U+FFFD.
   *
   * @throws UnsupportedValueException if it is too long for a message
   */
  public void writeString(String value) {
    int units = value.length();
    if (units > Integer.MAX_VALUE / 3 - 2) {
      throw tooLong();
    }
    int start = length;
    // Leave room for the header that ASCII would need, and move the text if it needs another.
    int room = headerSize(units);
    claim(5 + units * 3);
    int end = Utf8.encode(value, buffer, start + room, legacyStrings);
    int size = end - start - room;
    int header = headerSize(size);
    if (header != room) {
      System.arraycopy(buffer, start + room, buffer, start + header, size);
    }
    length = start;
    header(0xb0, size);
    length += size;
  }

  /**
   * Writes a binary.
   *
   * @param bytes holds the content
   * @param offset where the content starts
   * @param count how many bytes it has
   * @throws UnsupportedValueException if it is too long for a message
   */
  public void writeBinary(byte[] bytes, int offset, int count) {
    writeBinaryHeader(count);
    int start = length;
    claim(count);
    System.arraycopy(bytes, offset, buffer, start, count);
  }

  /** Starts a binary of so many bytes, which the caller sends after what is written. */
  public void writeBinaryHeader(int size) {
    header(0xa0, size);
  }

  /** Starts an array of so many values. */
  public void writeArrayHeader(int size) {
    header(0x90, size);
  }

  /** Starts a map of so many entries, each a string and a value. */
  public void writeMapHeader(int size) {
    header(0x80, size);
  }

  private static int headerSize(int size) {
    return size < 16 ? 1 : size < 0x10000 ? 3 : 5;
  }

  /** The four sized types follow one scheme: 80 → de, 90 → dc, a0 → da, b0 → d8. */
  private void header(int shortTag, int size) {
    int tag = 0xde - ((shortTag - 0x80) >> 3);
    if (size < 16) {
      tagged(shortTag | size, 0, 0);
    } else if (size < 0x10000) {
      tagged(tag, size, 2);
    } else {
      tagged(tag + 1, size, 4);
    }
  }

  private void writeWords(int tag, int high, int low) {
    tagged(tag, high, 4);
    int start = length;
    claim(4);
    putBytes(start, low, 4);
  }

  private void tagged(int tag, int value, int size) {
    int start = length;
    claim(1 + size);
    buffer[start] = (byte) tag;
    putBytes(start + 1, value, size);
  }

  private void putBytes(int offset, int value, int size) {
    int rest = value;
    for (int i = offset + size; --i >= offset; ) {
      buffer[i] = (byte) rest;
      rest >>= 8;
    }
  }

  private void claim(int count) {
    int end = length + count;
    if (end < 0) {
      throw tooLong();
    }
    if (end > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(end, buffer.length * 2));
    }
    length = end;
  }

  private static UnsupportedValueException tooLong() {
    return new UnsupportedValueException("More than 2 GiB", "$");
  }
}
