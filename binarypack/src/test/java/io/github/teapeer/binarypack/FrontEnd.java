package io.github.teapeer.binarypack;

import io.github.teapeer.binarypack.js.JsFrontEnd;
import org.teavm.interop.PlatformMarker;
import org.teavm.interop.Platforms;

/**
 * The front end of the platform a test runs on, {@link BinaryPack} or {@code JsBinaryPack}, behind
 * one interface of Java values.
 */
final class FrontEnd {
  private FrontEnd() {}

  static byte[] pack(Object value) {
    return pack(value, PackLimits.defaults(), false);
  }

  static byte[] pack(Object value, PackLimits limits, boolean legacyStrings) {
    PackWriter out = new PackWriter(legacyStrings);
    if (isBrowser()) {
      JsFrontEnd.write(out, value, limits);
    } else {
      BinaryPack.write(out, value, limits);
    }
    return out.toByteArray();
  }

  static Object unpack(byte[] bytes) {
    return unpack(bytes, PackLimits.defaults());
  }

  static Object unpack(byte[] bytes, PackLimits limits) {
    return isBrowser() ? JsFrontEnd.unpack(bytes, limits) : BinaryPack.unpack(bytes, limits);
  }

  @PlatformMarker(Platforms.JAVASCRIPT)
  private static boolean isBrowser() {
    return false;
  }
}
