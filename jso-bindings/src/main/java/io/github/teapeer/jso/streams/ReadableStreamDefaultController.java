package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSObject;

/**
 * Through this a source fills its stream.
 *
 * @see <a href="https://streams.spec.whatwg.org/#rs-default-controller-class">Streams,
 *     ReadableStreamDefaultController</a>
 */
public interface ReadableStreamDefaultController extends JSObject {
  /**
   * How much the stream wants.
   *
   * @return how many chunks, or how much of what the strategy counts, it takes until its queue is
   *     full; zero or less where it is full, NaN where the stream has failed
   */
  default double getDesiredSize() {
    return NativeMember.getDouble(this, "desiredSize");
  }

  /** Ends the stream when all chunks are read. */
  void close();

  /**
   * Adds a chunk.
   *
   * @param chunk the chunk
   */
  void enqueue(JSObject chunk);

  /**
   * Makes the stream fail.
   *
   * @param reason what readers are told
   */
  void error(JSObject reason);
}
