package io.github.teapeer.binarypack;

import java.util.Arrays;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

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
  /** No array of the JVM is longer. */
  private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

  private static final int INITIAL_CAPACITY = 1024;

  /**
   * {@link #reset} lets go of a larger buffer, so that one big message does not hold it forever.
   */
  private static final int RETAINED_CAPACITY = 1 << 22;

  private static final double TWO_32 = 4294967296.0;
  private static final double TWO_53 = 9007199254740992.0;

  private final JSObject utf8 = Utf8Encoder.platform();
  private final boolean legacyStrings;
  private byte[] buffer;
  private JSObject view;
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
    use(new byte[INITIAL_CAPACITY]);
  }

  /** Starts over with an empty message; the buffer is reused. */
  public void reset() {
    length = 0;
    if (buffer.length > RETAINED_CAPACITY) {
      use(new byte[INITIAL_CAPACITY]);
    }
  }

  private void use(byte[] bytes) {
    buffer = bytes;
    view = DoubleView.of(bytes);
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

  /**
   * The bytes written, in an array of their own; nothing may be written before the next {@link
   * #reset}. It is a copy, or the buffer itself where that is full to the last byte, as it is after
   * a large binary.
   */
  public byte[] toByteArray() {
    byte[] bytes = buffer;
    if (length < bytes.length) {
      return copyOf(bytes, length);
    }
    use(new byte[INITIAL_CAPACITY]);
    return bytes;
  }

  /** Writes null; PeerJS has no other form for undefined either. */
  public void writeNull() {
    writeByte(0xc0);
  }

  /** Writes a boolean. */
  public void writeBoolean(boolean value) {
    writeByte(value ? 0xc3 : 0xc2);
  }

  /** Writes an integer in its smallest form. */
  public void writeInt(int value) {
    if (value >= -32 && value < 128) {
      writeByte(value);
    } else if (value >>> 8 == 0) {
      // Half of the numbers that are bytes: at once, without the loop of the others.
      claim(2);
      buffer[length - 2] = (byte) 0xcc;
      buffer[length - 1] = (byte) value;
    } else {
      // The bits needed, the sign's included.
      int span = value < 0 ? ~value << 1 : value;
      int width = span >>> 8 == 0 ? 0 : span >>> 16 == 0 ? 1 : 2;
      tagged((value < 0 ? 0xd0 : 0xcc) + width, value, 1 << width);
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
    } else if (Math.floor(value) == value && value > 0 && value < TWO_53) {
      int high = (int) (value / TWO_32);
      if (high == 0) {
        tagged(0xce, lowWord(value), 4);
      } else {
        writeWords(0xd3, high, lowWord(value));
      }
    } else {
      int at = length;
      claim(9);
      buffer[at] = (byte) 0xcb;
      DoubleView.set(view, buffer, at + 1, Double.isNaN(value) ? Double.NaN : value);
    }
  }

  /**
   * Writes a string. A surrogate without its other half becomes U+FFFD.
   *
   * @throws UnsupportedValueException if it is too long for a message
   */
  public void writeString(String value) {
    int units = value.length();
    int start = length;
    // Leave room for the header that ASCII would need, and move the text if it needs another.
    int room = headerSize(units);
    claim(roomOf(units));
    int end = Utf8Encoder.encode(utf8, legacyStrings, value, buffer, start + room);
    int size = end - start - room;
    if (size < 16) {
      buffer[start] = (byte) (0xb0 | size);
      length = end;
      return;
    }
    int header = headerSize(size);
    if (header != room) {
      copy(buffer, start + room, buffer, start + header, size);
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
    writePacked(bytes, offset, count);
  }

  /**
   * Appends bytes that are packed already, or the content of a binary.
   *
   * @param bytes holds them
   * @param offset where they start
   * @param count how many they are
   * @throws UnsupportedValueException if they are too many for a message
   */
  public void writePacked(byte[] bytes, int offset, int count) {
    int start = length;
    claim(count);
    copy(bytes, offset, buffer, start, count);
  }

  /**
   * Makes room for so many bytes more, for who writes into the buffer on their own and then tells
   * {@link #writtenTo}.
   *
   * @return the buffer, in which {@link #length} is where the room starts
   * @throws UnsupportedValueException if a message may not become that long
   */
  byte[] room(int count) {
    int start = length;
    claim(count);
    length = start;
    return buffer;
  }

  /** Says how many bytes there are after some have been written into a {@link #room}. */
  void writtenTo(int end) {
    length = end;
  }

  /** Starts a binary of so many bytes, which the caller sends after what is written. */
  public void writeBinaryHeader(int size) {
    header(0xa0, size);
  }

  /** Starts a string of so many bytes. */
  void writeStringHeader(int size) {
    header(0xb0, size);
  }

  /** Starts an array of so many values. */
  public void writeArrayHeader(int size) {
    header(0x90, size);
  }

  /** Starts a map of so many entries, each a string and a value. */
  public void writeMapHeader(int size) {
    header(0x80, size);
  }

  /** How many bytes come before the content of a binary, or anything else, of a size. */
  public static int headerSize(int size) {
    return size < 16 ? 1 : size < 0x10000 ? 3 : 5;
  }

  /** The four sized types follow one scheme: 80 → de, 90 → dc, a0 → da, b0 → d8. */
  private void header(int shortTag, int size) {
    int tag = 0xee - (shortTag >> 3);
    if (size < 16) {
      writeByte(shortTag | size);
    } else if (size < 0x10000) {
      tagged(tag, size, 2);
    } else {
      tagged(tag + 1, size, 4);
    }
  }

  private void writeWords(int tag, int high, int low) {
    tagged(tag, high, 4);
    // What is the tag for the lower word is the lowest byte of the upper one.
    length--;
    tagged(high, low, 4);
  }

  /** Writes a byte: a type that is all of its value, or is followed by what is packed already. */
  public void writeByte(int value) {
    claim(1);
    buffer[length - 1] = (byte) value;
  }

  /** Appends a tag and a value of 1, 2 or 4 bytes. */
  private void tagged(int tag, int value, int size) {
    int at = length;
    claim(1 + size);
    buffer[at] = (byte) tag;
    for (int left = size; left > 0; ) {
      left--;
      at++;
      buffer[at] = (byte) (value >> (left << 3));
    }
  }

  private void claim(int count) {
    if (count > buffer.length - length) {
      grow(count);
    }
    length += count;
  }

  private void grow(int count) {
    if (count > MAX_LENGTH - length) {
      throw new UnsupportedValueException("Too large", "$");
    }
    byte[] larger = new byte[Math.max(length + count, buffer.length * 2)];
    copy(buffer, 0, larger, 0, length);
    use(larger);
  }

  /**
   * The room for a string: what is too much for an int, which peer.js does not have, is refused.
   */
  @JSBody(params = "units", script = "return 5 + units * 3;")
  private static int roomOf(int units) {
    return units < MAX_LENGTH / 3 ? 5 + units * 3 : Integer.MAX_VALUE;
  }

  @JSBody(
      params = {"bytes", "count"},
      script = "return bytes.slice(0, count);")
  @JSByRef
  private static byte[] copyOf(@JSByRef byte[] bytes, int count) {
    return Arrays.copyOf(bytes, count);
  }

  /** Copies bytes; the two arrays may be the same. */
  @JSBody(
      params = {"source", "from", "target", "offset", "count"},
      script = "target.set(source.subarray(from, from + count), offset);")
  private static void copy(
      @JSByRef byte[] source, int from, @JSByRef byte[] target, int offset, int count) {
    System.arraycopy(source, from, target, offset, count);
  }

  /** The low 32 bits of an integer that a double holds exactly. */
  @JSBody(params = "integer", script = "return integer | 0;")
  private static int lowWord(double integer) {
    return (int) (long) integer;
  }
}
