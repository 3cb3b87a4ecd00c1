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

  /** What the other methods need of an array besides itself; null on the JVM. */
  @JSBody(
      params = "bytes",
      script = "return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);")
  static JSObject of(@JSByRef byte[] bytes) {
    return null;
  }

  @JSBody(
      params = {"view", "bytes", "offset"},
      script = "return view.getFloat64(offset);")
  static double get(JSObject view, @JSByRef byte[] bytes, int offset) {
    return (double) Jvm.DOUBLE.get(bytes, offset);
  }

  @JSBody(
      params = {"view", "bytes", "offset"},
      script = "return view.getFloat32(offset);")
  static double getFloat(JSObject view, @JSByRef byte[] bytes, int offset) {
    return (float) Jvm.FLOAT.get(bytes, offset);
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
    static final VarHandle DOUBLE =
        MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle FLOAT =
        MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.BIG_ENDIAN);
  }
}
