package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Writes to a stream, which is locked to it.
 *
 * @see <a href="https://streams.spec.whatwg.org/#default-writer-class">Streams,
 *     WritableStreamDefaultWriter</a>
 */
public interface WritableStreamDefaultWriter extends JSObject {
  /**
   * {@return a promise that is fulfilled when the stream is closed, and rejected when it fails or
   * the lock is released}
   */
  @JSProperty
  Promise<JSObject> getClosed();

  /**
   * How much the stream takes.
   *
   * @return how many chunks, or how much of what the strategy counts, it takes until its queue is
   *     full; zero or less where it is full, NaN where the stream has failed
   */
  default double getDesiredSize() {
    return NativeMember.getDouble(this, "desiredSize");
  }

  /** {@return a promise that is fulfilled when the queue is not full} */
  @JSProperty
  Promise<JSObject> getReady();

  /**
   * Makes the stream fail; what waits is lost.
   *
   * @param reason why, for the sink; or null
   * @return a promise that is fulfilled when it is done
   */
  Promise<JSObject> abort(JSObject reason);

  /**
   * Closes the stream when all chunks are written.
   *
   * @return a promise that is fulfilled when it is done
   */
  Promise<JSObject> close();

  /** Releases the stream. */
  void releaseLock();

  /**
   * Writes a chunk; it waits in the queue until the sink has taken those before.
   *
   * @param chunk the chunk
   * @return a promise that is fulfilled when the sink has taken it
   */
  Promise<JSObject> write(JSObject chunk);
}
