package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Called with every chunk that is written to a stream.
 *
 * @see <a href="https://streams.spec.whatwg.org/#callbackdef-underlyingsinkwritecallback">Streams,
 *     UnderlyingSinkWriteCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface UnderlyingSinkWriteCallback extends JSObject {
  /**
   * Called by the stream.
   *
   * @param chunk the chunk
   * @param controller makes the stream fail
   * @return a promise of when it is done, or null for at once; not called again before
   */
  Promise<JSObject> write(JSObject chunk, WritableStreamDefaultController controller);
}
