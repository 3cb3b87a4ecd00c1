package io.github.teapeer.binarypack;

import java.nio.ByteBuffer;
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
    return ByteBuffer.wrap(bytes).getDouble(offset);
  }

  @JSBody(
      params = {"view", "bytes", "offset"},
      script = "return view.getFloat32(offset);")
  static double getFloat(JSObject view, @JSByRef byte[] bytes, int offset) {
    return ByteBuffer.wrap(bytes).getFloat(offset);
  }

  /** Writes a double, but of a NaN maybe the bits that the processor gave it. */
  @JSBody(
      params = {"view", "bytes", "offset", "value"},
      script = "view.setFloat64(offset, value);")
  static void set(JSObject view, @JSByRef byte[] bytes, int offset, double value) {
    ByteBuffer.wrap(bytes).putLong(offset, Double.doubleToRawLongBits(value));
  }
}
