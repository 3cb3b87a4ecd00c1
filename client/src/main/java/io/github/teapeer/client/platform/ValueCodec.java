package io.github.teapeer.client.platform;

import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSObject;

/** Packs the platform's values as BinaryPack and unpacks them. */
public interface ValueCodec {
  /**
   * Packs a value.
   *
   * @param out receives the packed value; what it holds after anything but null is undefined
   * @param value the value, or null
   * @return null where the value has been packed; where it holds Blobs, whose bytes can only be had
   *     later, a promise of the same value with their bytes in their places
   * @throws io.github.teapeer.binarypack.PackException where it cannot be packed
   */
  Promise<JSObject> pack(PackWriter out, JSObject value);

  /**
   * Unpacks a value.
   *
   * @param data packed bytes: an ArrayBuffer or a view; on the JVM a {@code JavaValue} of bytes
   * @return the value, or null
   * @throws io.github.teapeer.binarypack.PackException where the bytes are malformed
   */
  JSObject unpack(JSObject data);
}
