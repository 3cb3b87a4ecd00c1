package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.Sequence;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Chunks to be read, one after the other, by one reader.
 *
 * @see <a href="https://streams.spec.whatwg.org/#rs-class">Streams, ReadableStream</a>
 */
public interface ReadableStream extends JSObject {
  /**
   * Makes a stream; browsers only.
   *
   * @param source where the chunks come from, or null
   * @param strategy how many chunks wait, or null for one
   * @return the stream
   */
  @JSBody(
      params = {"source", "strategy"},
      script = "return new ReadableStream(source || undefined, strategy || undefined);")
  static ReadableStream create(UnderlyingSource source, QueuingStrategy strategy) {
    throw new UnsupportedOperationException("A ReadableStream is made by the browser");
  }

  /** {@return whether the stream has a reader, or is piped} */
  @JSProperty
  boolean isLocked();

  /**
   * Says that nobody wants the chunks any more. The stream must not be locked.
   *
   * @param reason why, for the source; or null
   * @return a promise that is fulfilled when it is done
   */
  Promise<JSObject> cancel(JSObject reason);

  /**
   * Locks the stream to a reader. The stream must not be locked.
   *
   * @return the reader
   */
  ReadableStreamDefaultReader getReader();

  /**
   * Sends all chunks through a transformation. The stream must not be locked.
   *
   * @param transform a {@link TransformStream}, or whatever has two such sides
   * @return the readable side of the transformation
   */
  ReadableStream pipeThrough(ReadableWritablePair transform);

  /**
   * Sends all chunks through a transformation. The stream must not be locked.
   *
   * @param transform a {@link TransformStream}, or whatever has two such sides
   * @param options what an end on one side does to the other
   * @return the readable side of the transformation
   */
  ReadableStream pipeThrough(ReadableWritablePair transform, StreamPipeOptions options);

  /**
   * Sends all chunks to a writable stream and closes it. Neither stream must be locked.
   *
   * @param destination where they go
   * @return a promise that is fulfilled when all is written
   */
  Promise<JSObject> pipeTo(WritableStream destination);

  /**
   * Sends all chunks to a writable stream. Neither stream must be locked.
   *
   * @param destination where they go
   * @param options what an end on one side does to the other
   * @return a promise that is fulfilled when all is written
   */
  Promise<JSObject> pipeTo(WritableStream destination, StreamPipeOptions options);

  /**
   * Splits the stream in two that give the same chunks. The stream must not be locked.
   *
   * @return two streams
   */
  Sequence<ReadableStream> tee();
}
