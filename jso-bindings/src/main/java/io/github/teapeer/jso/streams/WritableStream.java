package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Takes chunks, one after the other, from one writer.
 *
 * @see <a href="https://streams.spec.whatwg.org/#ws-class">Streams, WritableStream</a>
 */
public interface WritableStream extends JSObject {
  /**
   * Makes a stream; browsers only.
   *
   * @param sink where the chunks go, or null
   * @param strategy how many chunks wait, or null for one
   * @return the stream
   */
  @JSBody(
      params = {"sink", "strategy"},
      script = "return new WritableStream(sink || undefined, strategy || undefined);")
  static WritableStream create(UnderlyingSink sink, QueuingStrategy strategy) {
    throw new UnsupportedOperationException("A WritableStream is made by the browser");
  }

  /** {@return whether the stream has a writer, or is piped to} */
  @JSProperty
  boolean isLocked();

  /**
   * Makes the stream fail; what waits is lost. The stream must not be locked.
   *
   * @param reason why, for the sink; or null
   * @return a promise that is fulfilled when it is done
   */
  Promise<JSObject> abort(JSObject reason);

  /**
   * Closes the stream when all chunks are written. The stream must not be locked.
   *
   * @return a promise that is fulfilled when it is done
   */
  Promise<JSObject> close();

  /**
   * Locks the stream to a writer. The stream must not be locked.
   *
   * @return the writer
   */
  WritableStreamDefaultWriter getWriter();
}
