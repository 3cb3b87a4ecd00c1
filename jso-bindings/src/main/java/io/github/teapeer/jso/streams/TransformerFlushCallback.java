package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Called after the last chunk that is to be transformed.
 *
 * @see <a href="https://streams.spec.whatwg.org/#callbackdef-transformerflushcallback">Streams,
 *     TransformerFlushCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface TransformerFlushCallback extends JSObject {
  /**
   * Called by the stream.
   *
   * @param controller takes what comes out
   * @return a promise of when it is done, or null for at once
   */
  Promise<JSObject> flush(TransformStreamDefaultController controller);
}
