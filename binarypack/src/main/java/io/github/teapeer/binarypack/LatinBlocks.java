package io.github.teapeer.binarypack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the ASCII of a long text block by block. The JVM narrows many units at a time when it is
 * asked for Latin-1, while for ASCII it looks at each.
 */
final class LatinBlocks {
  /** Small enough for the processor's nearest cache. */
  static final int BLOCK = 2048;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** What no byte of ASCII has. */
  private static final long HIGHEST_BITS = 0x8080808080808080L;

  private final CharsetEncoder latin = StandardCharsets.ISO_8859_1.newEncoder();
  private final CharBuffer source;
  private final byte[] bytes;
  private final ByteBuffer target;

  /**
   * Creates one.
   *
   * @param units holds the block that is written
   * @param bytes gets it
   */
  LatinBlocks(char[] units, byte[] bytes) {
    source = CharBuffer.wrap(units);
    this.bytes = bytes;
    target = ByteBuffer.wrap(bytes);
  }

  /**
   * Writes a block.
   *
   * @param count how many units it has
   * @param at where to, with room for as many bytes
   * @return whether all of it is ASCII; if not, what is there now is of no use
   */
  boolean write(int count, int at) {
    latin.encode(source.clear().limit(count), target.clear().position(at), false);
    return !source.hasRemaining() && isAscii(at, at + count);
  }

  private boolean isAscii(int from, int end) {
    int at = from;
    long bits = 0;
    for (; at <= end - 32; at += 32) {
      bits |=
          ((long) LONG.get(bytes, at) | (long) LONG.get(bytes, at + 8))
              | ((long) LONG.get(bytes, at + 16) | (long) LONG.get(bytes, at + 24));
    }
    for (; at < end; at++) {
      bits |= bytes[at];
    }
    return (bits & HIGHEST_BITS) == 0;
  }
}
