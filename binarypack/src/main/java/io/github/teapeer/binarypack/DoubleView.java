package io.github.teapeer.binarypack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/**
 * The floating point numbers in an array of bytes, most significant byte first. The browser has a
 * DataView for that: a Java {@code long} is a slow BigInt there.
 */
@SuppressWarnings("UnusedVariable") // Of each method the JVM's body uses some parameters.
final class DoubleView {
  private DoubleView() {}

  /**
   * What the other methods need of an array besides itself; null on the JVM. It does not end where
   * the array ends.
   */
  @JSBody(params = "bytes", script = "return new DataView(bytes.buffer, bytes.byteOffset);")
  static JSObject of(@JSByRef byte[] bytes) {
    return null;
  }

  @JSBody(
      params = {"view", "bytes", "offset"},
      script = "return view.getFloat64(offset);")
  static double get(JSObject view, @JSByRef byte[] bytes, int offset) {
    return (double) Jvm.DOUBLE.get(bytes, offset);
  }

  /**
   * The double that two words are, or the float that the first is.
   *
   * @param view of eight bytes, which are overwritten
   */
  @JSBody(
      params = {"view", "high", "low", "isDouble"},
      script =
          "view.setInt32(0, high); view.setInt32(4, low);"
              + " return isDouble ? view.getFloat64(0) : view.getFloat32(0);")
  static double ofWords(JSObject view, int high, int low, boolean isDouble) {
    return isDouble
        ? Double.longBitsToDouble(((long) high << 32) | Integer.toUnsignedLong(low))
        : Float.intBitsToFloat(high);
  }

  /** An integer of 32 bits without a sign. */
  @JSBody(
      params = {"view", "bytes", "offset"},
      script = "return view.getUint32(offset);")
  static double unsignedWord(JSObject view, @JSByRef byte[] bytes, int offset) {
    return Integer.toUnsignedLong((int) Jvm.INT.get(bytes, offset));
  }

  /** Writes a double, but of a NaN maybe the bits that the processor gave it. */
  @JSBody(
      params = {"view", "bytes", "offset", "value"},
      script = "view.setFloat64(offset, value);")
  static void set(JSObject view, @JSByRef byte[] bytes, int offset, double value) {
    Jvm.DOUBLE.set(bytes, offset, value);
  }

  /** Out of reach of the scripts, so that TeaVM does not look at it. */
  private static final class Jvm {
    static final VarHandle INT =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle DOUBLE =
        MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
  }
}
