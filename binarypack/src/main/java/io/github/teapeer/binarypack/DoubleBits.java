package io.github.teapeer.binarypack;

import org.teavm.interop.PlatformMarker;
import org.teavm.interop.Platforms;

/**
 * Converts between a double and its two 32-bit words. In the browser both are views of the same
 * memory (little-endian, as every browser is), because a Java {@code long} there is a slow BigInt.
 */
final class DoubleBits {
  private final double[] value = new double[1];
  private final int[] words = Intrinsics.words(value);

  void set(double number) {
    value[0] = number;
    if (!isBrowser()) {
      long bits = Double.doubleToRawLongBits(number);
      words[0] = (int) bits;
      words[1] = (int) (bits >> 32);
    }
  }

  int high() {
    return words[1];
  }

  int low() {
    return words[0];
  }

  double of(int high, int low) {
    if (!isBrowser()) {
      return Double.longBitsToDouble(((long) high << 32) | (low & 0xffffffffL));
    }
    words[0] = low;
    words[1] = high;
    return value[0];
  }

  @PlatformMarker(Platforms.JAVASCRIPT)
  private static boolean isBrowser() {
    return false;
  }
}
