package io.github.teapeer.jso.streams;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Called once when a readable stream is made.
 *
 * @see <a
 *     href="https://streams.spec.whatwg.org/#callbackdef-underlyingsourcestartcallback">Streams,
 *     UnderlyingSourceStartCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface UnderlyingSourceStartCallback extends JSObject {
  /**
   * Called by the stream.
   *
   * @param controller fills the stream
   * @return a promise of when it is done, or null for at once
   */
  JSObject start(ReadableStreamDefaultController controller);
}
