package io.github.teapeer.binarypack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.teavm.interop.PlatformMarker;
import org.teavm.interop.Platforms;

/** Words of 64 bits in bytes, the highest first: at once on the JVM, byte by byte elsewhere. */
final class Words {
  private Words() {}

  static long get(byte[] bytes, int at) {
    return isJavaScript() ? join(bytes, at) : (long) Jvm.LONG.get(bytes, at);
  }

  private static long join(byte[] bytes, int at) {
    long word = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      word = word << Byte.SIZE | (bytes[at + i] & 0xff);
    }
    return word;
  }

  static void set(byte[] bytes, int at, long word) {
    if (isJavaScript()) {
      divide(bytes, at, word);
    } else {
      Jvm.LONG.set(bytes, at, word);
    }
  }

  private static void divide(byte[] bytes, int at, long word) {
    long rest = word;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      bytes[at + i] = (byte) rest;
      rest >>= Byte.SIZE;
    }
  }

  static double getDouble(byte[] bytes, int at) {
    return isJavaScript()
        ? Double.longBitsToDouble(join(bytes, at))
        : (double) Jvm.DOUBLE.get(bytes, at);
  }

  /** TeaVM says true here, and does not look at what the JVM does then. */
  @PlatformMarker(Platforms.JAVASCRIPT)
  static boolean isJavaScript() {
    return false;
  }

  private static final class Jvm {
    static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle DOUBLE =
        MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
  }
}
