package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Reads a stream, which is locked to it.
 *
 * @see <a href="https://streams.spec.whatwg.org/#default-reader-class">Streams,
 *     ReadableStreamDefaultReader</a>
 */
public interface ReadableStreamDefaultReader extends JSObject {
  /**
   * {@return a promise that is fulfilled when the stream ends, and rejected when it fails or the
   * lock is released}
   */
  @JSProperty
  Promise<JSObject> getClosed();

  /**
   * Says that nobody wants the chunks any more.
   *
   * @param reason why, for the source; or null
   * @return a promise that is fulfilled when it is done
   */
  Promise<JSObject> cancel(JSObject reason);

  /**
   * Reads the next chunk.
   *
   * @return a promise of it; rejected when the stream fails
   */
  Promise<ReadableStreamReadResult> read();

  /** Releases the stream; what is being read is rejected. */
  void releaseLock();
}
