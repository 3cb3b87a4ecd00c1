package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Called after the last chunk, when a writable stream is closed.
 *
 * @see <a href="https://streams.spec.whatwg.org/#callbackdef-underlyingsinkclosecallback">Streams,
 *     UnderlyingSinkCloseCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface UnderlyingSinkCloseCallback extends JSObject {
  /**
   * Called by the stream.
   *
   * @return a promise of when it is done, or null for at once
   */
  Promise<JSObject> close();
}
