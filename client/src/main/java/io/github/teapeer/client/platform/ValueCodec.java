package io.github.teapeer.client.platform;

import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.jso.file.Blob;
import org.teavm.jso.JSObject;

/** Packs the platform's values as BinaryPack and unpacks them. */
public interface ValueCodec {
  /**
   * Packs a value.
   *
   * @param out receives the packed value; what it holds after anything but null is undefined
   * @param value the value, or null
   * @return null where the value is in {@code out}; where there are Blobs in it, whose bytes can
   *     only be had later, one Blob of all that was packed
   * @throws io.github.teapeer.binarypack.PackException where it cannot be packed
   */
  Blob pack(PackWriter out, JSObject value);

  /**
   * Unpacks values.
   *
   * @param data packed bytes: an ArrayBuffer or a view; on the JVM a {@code JavaValue} of bytes
   * @param legacyStrings see {@link io.github.teapeer.binarypack.PackReader#setLegacyStrings}
   * @param views whether binaries may be views of the data, where that saves a copy, rather than
   *     ArrayBuffers
   * @return an array of the values in it, one or, of a frame that carries several messages, more
   * @throws io.github.teapeer.binarypack.PackException where the bytes are malformed
   */
  JSObject unpack(JSObject data, boolean legacyStrings, boolean views);
}
