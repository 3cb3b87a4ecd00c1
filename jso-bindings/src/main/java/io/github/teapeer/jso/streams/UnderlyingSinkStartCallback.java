package io.github.teapeer.jso.streams;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Called once when a writable stream is made.
 *
 * @see <a href="https://streams.spec.whatwg.org/#callbackdef-underlyingsinkstartcallback">Streams,
 *     UnderlyingSinkStartCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface UnderlyingSinkStartCallback extends JSObject {
  /**
   * Called by the stream.
   *
   * @param controller makes the stream fail
   * @return a promise of when it is done, or null for at once
   */
  JSObject start(WritableStreamDefaultController controller);
}
