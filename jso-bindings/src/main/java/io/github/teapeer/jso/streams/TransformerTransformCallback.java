package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Called with every chunk that is to be transformed.
 *
 * @see <a href="https://streams.spec.whatwg.org/#callbackdef-transformertransformcallback">Streams,
 *     TransformerTransformCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface TransformerTransformCallback extends JSObject {
  /**
   * Called by the stream.
   *
   * @param chunk the chunk
   * @param controller takes what comes out
   * @return a promise of when it is done, or null for at once; not called again before
   */
  Promise<JSObject> transform(JSObject chunk, TransformStreamDefaultController controller);
}
