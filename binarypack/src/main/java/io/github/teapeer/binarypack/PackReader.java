package io.github.teapeer.binarypack;

import java.util.Arrays;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

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
  // The type bytes as Java has them, with their sign.
  private static final int NULL = (byte) 0xc0;
  private static final int TRUE = (byte) 0xc3;
  private static final int FLOAT_32 = (byte) 0xca;
  private static final int FLOAT_64 = (byte) 0xcb;
  private static final int UINT_8 = (byte) 0xcc;
  private static final int INT_64 = (byte) 0xd3;
  private static final int SHORT_STRING = (byte) 0xb0;
  private static final int BINARY_32 = (byte) 0xdb;
  private static final int STRING_16 = (byte) 0xd8;
  private static final int MAP_32 = (byte) 0xdf;

  /** The UTF-16 units of the longest string of which PeerJS up to 1.4.7 counts the bytes itself. */
  private static final int LONGEST_MISCOUNTED = 600;

  private final PackLimits limits;
  private final JSObject utf8 = Utf8Decoder.platform();
  private final RecentStrings recent = new RecentStrings();

  /** For single doubles: to make a view of the input for one is slower than to go through this. */
  private final JSObject words = DoubleView.of(new byte[8]);

  private byte[] input;
  private JSObject view;
  private boolean legacyStrings;
  private boolean views;
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
    this(PackLimits.defaults());
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
    view = null;
    position = offset;
    tokenStart = offset;
    end = offset + length;
    pending = 0;
    elements = 0;
    check(length, length, limits.maxTotalBytes());
  }

  /**
   * Says whether PeerJS up to 1.4.7 may have written what is read: in strings of up to 600 UTF-16
   * units it counts six bytes for a character beyond U+FFFF and writes the four that it has.
   * Nothing of that is expected from a new reader.
   */
  public void setLegacyStrings(boolean legacyStrings) {
    this.legacyStrings = legacyStrings;
  }

  /** Says whether binaries may be views of the input, where that saves a copy. */
  public void setViews(boolean views) {
    this.views = views;
  }

  /** Whether binaries may be views of the input. */
  public boolean makesViews() {
    return views;
  }

  /** The limits of this reader. */
  public PackLimits limits() {
    return limits;
  }

  /** Where the next value starts in {@link #input}. */
  public int position() {
    return position;
  }

  /** The double at an offset of {@link #input}, which is not checked. */
  public double doubleAt(int offset) {
    if (view == null) {
      view = DoubleView.of(input);
    }
    return DoubleView.get(view, input, offset);
  }

  /**
   * Goes over values that the caller has read from {@link #input} without {@link #next}.
   *
   * @param to where the value after them starts
   * @param values how many they are: elements of an open array
   */
  public void skip(int to, int values) {
    position = to;
    pending -= values;
  }

  /**
   * Where values end whose size is in their first byte, and may be read without {@link #next}:
   * where the input ends, or before its start if a short string may be longer than it says, or too
   * long.
   */
  int shortValuesEnd() {
    return legacyStrings || limits.maxStringBytes() < 15 ? 0 : end;
  }

  /**
   * How long a binary of 64 KiB or more is that a message starts with: so many bytes, which come
   * after the first five.
   *
   * @return its size, or −1 if the message starts with something else
   */
  public static double longBinarySize(byte[] message) {
    return message.length < 5 || message[0] != BINARY_32
        ? -1
        : DoubleView.unsignedWord(DoubleView.of(message), message, 1);
  }

  /** Where the message ends in {@link #input}. */
  public int end() {
    return end;
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
    int at = position;
    tokenStart = at;
    if (at >= end) {
      throw malformed("Truncated");
    }
    if (pending > 0) {
      pending--;
    }
    int type = input[at];
    position = at + 1;
    if (type >= -32) {
      low = type;
      return PackToken.INTEGER;
    }
    return nextAfter(type);
  }

  private int nextAfter(int type) {
    if (type < NULL) {
      size = type & 15;
      return sized((type >> 4) & 3);
    }
    if (type <= TRUE) {
      return PackToken.NULL | (type & 3);
    }
    if (type >= STRING_16) {
      size = take((type & 1) == 0 ? 2 : 4);
      return sized((MAP_32 - type) >> 1);
    }
    if (type > INT_64) {
      return PackToken.UNDEFINED;
    }
    if (type >= UINT_8) {
      // cc to cf are unsigned, d0 to d3 signed, of 1, 2, 4, 8 bytes.
      int width = type & 3;
      boolean signed = (type & 4) == 0;
      int upper;
      int lower;
      if (width == 3) {
        upper = take(4);
        lower = take(4);
      } else {
        lower = take(1 << width);
        upper = 0;
        if (signed) {
          int unused = 32 - (8 << width); // bits of an int
          lower = (lower << unused) >> unused;
          upper = lower >> 31;
        }
      }
      high = upper;
      low = lower;
      unsigned = !signed && upper < 0;
      if (upper == lower >> 31 && !unsigned) {
        return PackToken.INTEGER;
      }
      number = wide(upper, lower, unsigned);
      return PackToken.LONG;
    }
    if (type < FLOAT_32) {
      throw malformed("Unknown type");
    }
    boolean isDouble = type == FLOAT_64;
    int word = take(4);
    number = DoubleView.ofWords(words, word, isDouble ? take(4) : 0, isDouble);
    return PackToken.DOUBLE;
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
    return unsigned;
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
    String text = recent.get(utf8, input, position - size, position);
    if (text == null) {
      throw malformed("Not UTF-8");
    }
    return text;
  }

  /**
   * Reads the next value, which has to be the key of an entry of a map.
   *
   * @throws MalformedPackException if it is no string, or as {@link #next} and {@link #stringValue}
   */
  public String nextKey() {
    int at = position;
    int room = shortValuesEnd() - at;
    int length = room > 0 ? input[at] - SHORT_STRING : 16;
    if (length >>> 4 == 0 && length < room) {
      // Nearly every key is one: a short cut.
      tokenStart = at;
      pending--;
      size = length;
      position = at + 1 + length;
    } else if (next() != PackToken.STRING) {
      throw malformed("Key not a string");
    }
    return stringValue();
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
      throw malformed("Trailing bytes");
    }
    input = null;
    view = null;
  }

  /** An exception for the current value, with its offset. */
  public MalformedPackException malformed(String problem) {
    return new MalformedPackException(problem, tokenStart);
  }

  private int sized(int token) {
    int room = end - position;
    if (legacyStrings && token == PackToken.STRING) {
      size = writtenBytes(size);
    }
    if (token > PackToken.ARRAY) {
      check(
          size,
          room,
          token == PackToken.STRING ? limits.maxStringBytes() : limits.maxBinaryBytes());
      position += size;
    } else {
      // A map has two values an entry. Each takes at least a byte, here and in what is around.
      int shift = token == PackToken.MAP ? 1 : 0;
      check(size, (room - pending) >> shift, limits.maxElements() - elements);
      elements += size;
      pending += size << shift;
    }
    return token;
  }

  /** How many bytes a string has of which PeerJS up to 1.4.7 says how many it has. */
  private int writtenBytes(int said) {
    int at = position;
    int left = said;
    int written = said;
    int characters = 0;
    int pairs = 0;
    while (left > 0 && at < end) {
      int lead = input[at];
      int bytes = lead >= 0 ? 1 : lead < -32 ? 2 : lead < -16 ? 3 : 4;
      at += bytes;
      left -= bytes;
      characters++;
      pairs += bytes >> 2;
      // The two bytes more of each pair are not there.
      if (left == pairs * 2) {
        written = said - left;
      }
    }
    return characters + pairs > LONGEST_MISCOUNTED && left == 0 ? said : written;
  }

  /** Reads an integer of so many bytes, without a sign unless there are four. */
  private int take(int count) {
    int at = position;
    int last = at + count;
    check(count, end - at, count);
    position = last;
    int value = 0;
    for (; at < last; at++) {
      value = (value << 8) | (input[at] & 0xff);
    }
    return value;
  }

  private void check(int count, int room, int most) {
    if (count < 0 || count > room) {
      throw malformed("Truncated");
    }
    if (count > most) {
      throw malformed("Too large");
    }
  }

  /** The double nearest to an integer of 64 bits. */
  @JSBody(
      params = {"high", "low", "unsigned"},
      script = "return (unsigned ? high >>> 0 : high) * 4294967296 + (low >>> 0);")
  private static double wide(int high, int low, boolean unsigned) {
    double upper = unsigned ? Integer.toUnsignedLong(high) : high;
    return upper * (1L << 32) + Integer.toUnsignedLong(low);
  }
}
