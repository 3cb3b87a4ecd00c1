package io.github.teapeer.binarypack;

import java.util.Arrays;

/**
 * Reads BinaryPack value by value: {@link #next} finds a value and tells its {@link PackToken}, the
 * accessors then tell what it holds until the following {@code next}. A container is its token
 * followed by as many values as {@link #size} says (a map: a string and a value each).
 *
 * <p>Every length is checked against what is left of the input and against the {@link PackLimits}
 * before anything is allocated: the sizes of all open containers together never exceed the bytes
 * left. How deep containers may nest is for the caller to watch, who alone has a stack. Not safe
 * for concurrent use.
 */
public final class PackReader {
  private static final byte[] EMPTY = new byte[0];
  private static final double TWO_32 = 4294967296.0;

  private final PackLimits limits;
  private final DoubleBits bits = new DoubleBits();
  private byte[] input = EMPTY;
  private int base;
  private int end;
  private int position;

  /** Where the current value's type byte is. */
  private int tokenStart;

  /** How many values the open containers still want. */
  private int pending;

  private int elements;
  private int size;
  private int high;
  private int low;
  private boolean unsigned;
  private double number;

  /** Creates a reader with the default limits and nothing to read. */
  public PackReader() {
    this(PackLimits.DEFAULT);
  }

  /** Creates a reader with nothing to read. */
  public PackReader(PackLimits limits) {
    this.limits = limits;
  }

  /**
   * Starts on another message, whatever became of the one before.
   *
   * @param bytes holds the message; read in place, so it must not change meanwhile
   * @param offset where the message starts
   * @param length how many bytes it has
   * @throws MalformedPackException if it is longer than {@link PackLimits#maxTotalBytes}
   */
  public void reset(byte[] bytes, int offset, int length) {
    input = bytes;
    base = offset;
    position = offset;
    tokenStart = offset;
    end = offset + length;
    pending = 0;
    elements = 0;
    limit(length, limits.maxTotalBytes());
  }

  /** The limits of this reader. */
  public PackLimits limits() {
    return limits;
  }

  /** The number of bytes not yet read. */
  public int remaining() {
    return end - position;
  }

  /**
   * Finds the next value.
   *
   * @return its {@link PackToken}
   * @throws MalformedPackException if the input ends too early or a limit is exceeded
   */
  public int next() {
    tokenStart = position;
    if (pending > 0) {
      pending--;
    }
    int type = take(1);
    if (type < 0x80 || type >= 0xe0) {
      return integer((byte) type);
    }
    if (type < 0xc0) {
      size = type & 15;
      return sized((type >> 4) & 3);
    }
    if (type >= 0xd8) {
      size = take((type & 1) == 0 ? 2 : 4);
      return sized((0xdf - type) >> 1);
    }
    return switch (type) {
      case 0xc0 -> PackToken.NULL;
      case 0xc2 -> PackToken.FALSE;
      case 0xc3 -> PackToken.TRUE;
      case 0xca -> floating(Float.intBitsToFloat(take(4)));
      case 0xcb -> floating(bits.of(take(4), take(4)));
      case 0xcc -> integer(take(1));
      case 0xcd -> integer(take(2));
      case 0xce -> words(0, take(4), true);
      case 0xcf -> words(take(4), take(4), true);
      case 0xd0 -> integer((byte) take(1));
      case 0xd1 -> integer((short) take(2));
      case 0xd2 -> integer(take(4));
      case 0xd3 -> words(take(4), take(4), false);
      default -> PackToken.UNDEFINED;
    };
  }

  /** The number of values of an ARRAY, of entries of a MAP, of bytes of a STRING or BINARY. */
  public int size() {
    return size;
  }

  /** The value of an INTEGER. */
  public int intValue() {
    return low;
  }

  /** The 64 bits of a LONG, which are to be read without a sign if {@link #isUnsigned}. */
  public long longValue() {
    return ((long) high << 32) | (low & 0xffffffffL);
  }

  /** Whether a LONG is 2<sup>63</sup> or more. */
  public boolean isUnsigned() {
    return unsigned && high < 0;
  }

  /** The value of a DOUBLE, or the double nearest to a LONG. */
  public double doubleValue() {
    return number;
  }

  /**
   * The text of a STRING.
   *
   * @throws MalformedPackException if the bytes are not UTF-8; surrogates encoded one by one are
   *     accepted
   */
  public String stringValue() {
    String text = Utf8.decode(input, position - size, position);
    if (text == null) {
      throw malformed("Invalid UTF-8");
    }
    return text;
  }

  /** A copy of the bytes of a BINARY. */
  public byte[] binaryValue() {
    return Arrays.copyOfRange(input, position - size, position);
  }

  /** The array given to {@link #reset}, not a copy. */
  public byte[] input() {
    return input;
  }

  /** Where the bytes of a STRING or BINARY start in {@link #input}. */
  public int contentOffset() {
    return position - size;
  }

  /**
   * Ends the message: lets go of its bytes.
   *
   * @throws MalformedPackException if some of them have not been read
   */
  public void finish() {
    tokenStart = position;
    if (position < end) {
      throw malformed("Bytes left over");
    }
    input = EMPTY;
  }

  /** An exception for the current value, with its offset. */
  public MalformedPackException malformed(String problem) {
    return new MalformedPackException(problem, tokenStart - base);
  }

  private int sized(int token) {
    if (token >= PackToken.BINARY) {
      need(size);
      limit(size, token == PackToken.STRING ? limits.maxStringBytes() : limits.maxBinaryBytes());
      position += size;
    } else {
      // Each value takes at least a byte, in this container and in those around it.
      int room = end - position - pending;
      if (size < 0 || size > (token == PackToken.MAP ? room >> 1 : room)) {
        throw malformed("Truncated");
      }
      limit(size, limits.maxElements() - elements);
      elements += size;
      pending += token == PackToken.MAP ? size * 2 : size;
    }
    return token;
  }

  private int integer(int value) {
    low = value;
    return PackToken.INTEGER;
  }

  private int floating(double value) {
    number = value;
    return PackToken.DOUBLE;
  }

  private int words(int high, int low, boolean unsigned) {
    this.high = high;
    this.low = low;
    this.unsigned = unsigned;
    if (high == low >> 31 && (high == 0 || !unsigned)) {
      return PackToken.INTEGER;
    }
    number = high * TWO_32 + (isUnsigned() ? TWO_32 * TWO_32 : 0) + (low < 0 ? low + TWO_32 : low);
    return PackToken.LONG;
  }

  private int take(int count) {
    need(count);
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 8) | (input[position++] & 0xff);
    }
    return value;
  }

  private void need(int count) {
    if (count < 0 || count > end - position) {
      throw malformed("Truncated");
    }
  }

  private void limit(int count, int most) {
    if (count > most) {
      throw malformed("Too large");
    }
  }
}
