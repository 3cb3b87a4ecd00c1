package io.github.teapeer.binarypack;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Packs and unpacks Java values on the JVM, so that a browser running PeerJS gets and sends what it
 * expects.
 *
 * <p>{@link #pack} takes null, {@link Boolean}, {@link Number}, {@link CharSequence}, {@link
 * Character}, {@code byte[]} and {@link ByteBuffer} (a binary), {@link Map} with string keys,
 * {@link java.util.Collection} and arrays of any type. JavaScript has one type of number, and so
 * has BinaryPack: 5.0 is packed as the integer 5.
 *
 * <p>{@link #unpack} returns null (for undefined too), {@link Boolean}, {@link Integer}, {@link
 * Long}, {@link BigInteger} from 2<sup>63</sup>, {@link Double}, {@link String}, {@code byte[]},
 * {@link List} and {@link Map}, the last two mutable and in the order of the message. Of the
 * numbers expect no more than {@link Number}.
 *
 * <p>All methods may be called from any thread.
 */
public final class BinaryPack {
  /** The writer and the reader of the last call, with their buffers; null while in use. */
  private static final AtomicReference<PackWriter> IDLE_WRITER = new AtomicReference<>();

  private static final AtomicReference<PackReader> IDLE_READER = new AtomicReference<>();

  private BinaryPack() {}

  /**
   * Packs a value.
   *
   * @return the packed bytes
   * @throws UnsupportedValueException if the value, or one inside it, has a type not listed above,
   *     is an integer of more than 64 bits, is a map with a key that is no string, contains itself,
   *     or nests deeper or has more elements than {@link PackLimits#defaults} allows
   */
  public static byte[] pack(Object value) {
    PackWriter idle = IDLE_WRITER.getAndSet(null);
    PackWriter out = idle == null ? new PackWriter() : idle;
    write(out, value, PackLimits.defaults());
    byte[] bytes = out.toByteArray();
    out.reset();
    IDLE_WRITER.set(out);
    return bytes;
  }

  /**
   * Writes a value.
   *
   * @param out where to; after an exception it holds the part written so far
   * @param value as for {@link #pack}
   * @param limits of which {@link PackLimits#maxDepth} and {@link PackLimits#maxElements} matter
   *     here
   * @throws UnsupportedValueException as {@link #pack} does
   */
  public static void write(PackWriter out, Object value, PackLimits limits) {
    new ValueWriter(out, limits).write(value);
  }

  /**
   * Unpacks one value with the default limits.
   *
   * @throws MalformedPackException if the bytes are not exactly one packed value, or exceed a limit
   */
  public static Object unpack(byte[] bytes) {
    PackReader idle = IDLE_READER.getAndSet(null);
    PackReader in = idle == null ? new PackReader() : idle;
    Object value = unpack(bytes, in);
    IDLE_READER.set(in);
    return value;
  }

  /**
   * Unpacks one value.
   *
   * @throws MalformedPackException if the bytes are not exactly one packed value, or exceed a limit
   */
  public static Object unpack(byte[] bytes, PackLimits limits) {
    return unpack(bytes, new PackReader(limits));
  }

  private static Object unpack(byte[] bytes, PackReader in) {
    in.reset(bytes, 0, bytes.length);
    Object value = read(in);
    in.finish();
    return value;
  }

  /**
   * Unpacks the remaining bytes of a buffer, whose position is left where it is.
   *
   * @throws MalformedPackException if the bytes are not exactly one packed value, or exceed a limit
   */
  public static Object unpack(ByteBuffer buffer, PackLimits limits) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return unpack(bytes, limits);
  }

  /**
   * Reads the next value.
   *
   * @throws MalformedPackException if the input is not BinaryPack or exceeds the reader's limits
   */
  public static Object read(PackReader in) {
    return new ValueReader(in).read();
  }
}
