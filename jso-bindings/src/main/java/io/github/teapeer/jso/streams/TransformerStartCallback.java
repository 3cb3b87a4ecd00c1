package io.github.teapeer.jso.streams;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Called once when a transformation is made.
 *
 * @see <a href="https://streams.spec.whatwg.org/#callbackdef-transformerstartcallback">Streams,
 *     TransformerStartCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface TransformerStartCallback extends JSObject {
  /**
   * Called by the stream.
   *
   * @param controller takes what comes out
   * @return a promise of when it is done, or null for at once
   */
  JSObject start(TransformStreamDefaultController controller);
}
