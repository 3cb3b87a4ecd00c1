package io.github.teapeer.binarypack;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/**
 * Converts between a double and its two 32-bit words. In the browser both are views of the same
 * memory (little-endian, as every browser is), because a Java {@code long} there is a slow BigInt.
 */
@SuppressWarnings("UnusedVariable") // Of each native method the JVM's body uses some parameters.
final class DoubleBits {
  private final int[] words = new int[2];
  private final JSObject view = view(words);

  /** Takes a double apart; a NaN always as the same one, whatever bits the processor gave it. */
  void set(double value) {
    set(view, words, value);
  }

  int high() {
    return words[1];
  }

  int low() {
    return words[0];
  }

  double of(int high, int low) {
    words[0] = low;
    words[1] = high;
    return get(view, words);
  }

  /** The words as doubles; null on the JVM, which needs no such view. */
  @JSBody(params = "words", script = "return new Float64Array(words.buffer);")
  private static JSObject view(@JSByRef int[] words) {
    return null;
  }

  @JSBody(
      params = {"view", "words", "value"},
      script = "view[0] = value === value ? value : NaN;")
  private static void set(JSObject view, @JSByRef int[] words, double value) {
    long bits = Double.doubleToLongBits(value);
    words[0] = (int) bits;
    words[1] = (int) (bits >> 32);
  }

  @JSBody(
      params = {"view", "words"},
      script = "return view[0];")
  private static double get(JSObject view, @JSByRef int[] words) {
    return Double.longBitsToDouble(((long) words[1] << 32) | (words[0] & 0xffffffffL));
  }
}
