package io.github.teapeer.jso.file;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.streams.ReadableStream;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Immutable bytes, in memory or on a disk.
 *
 * @see <a href="https://w3c.github.io/FileAPI/#blob-section">File API, Blob</a>
 */
public interface Blob extends JSObject {
  /**
   * Makes a Blob; browsers only.
   *
   * @param parts strings, ArrayBuffers, views and Blobs
   * @param options its properties, or null
   * @return the Blob
   */
  @JSBody(
      params = {"parts", "options"},
      script = "return new Blob(parts, options || undefined);")
  static Blob create(Sequence<? extends JSObject> parts, BlobPropertyBag options) {
    throw new UnsupportedOperationException("A Blob is made by the browser");
  }

  /** {@return the number of bytes} */
  @JSProperty
  double getSize();

  /** {@return the media type in small letters, or empty where it is not known} */
  @JSProperty
  String getType();

  /**
   * A part of the bytes, which are not copied.
   *
   * @param start the first byte; negative counts from the end
   * @param end the byte after the last; negative counts from the end
   * @return a Blob without a type
   */
  Blob slice(double start, double end);

  /**
   * A part of the bytes, which are not copied.
   *
   * @param start the first byte; negative counts from the end
   * @param end the byte after the last; negative counts from the end
   * @param contentType the media type of the part
   * @return a Blob
   */
  Blob slice(double start, double end, String contentType);

  /**
   * Reads the bytes piece by piece.
   *
   * @return a stream of Uint8Arrays
   */
  ReadableStream stream();

  /**
   * Reads all bytes as UTF-8.
   *
   * @return a promise of a string
   */
  Promise<JSObject> text();

  /**
   * Reads all bytes.
   *
   * @return a promise of an ArrayBuffer
   */
  Promise<JSObject> arrayBuffer();
}
