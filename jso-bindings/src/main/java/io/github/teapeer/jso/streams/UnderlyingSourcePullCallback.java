package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Called when a readable stream wants chunks.
 *
 * @see <a href="https://streams.spec.whatwg.org/#callbackdef-underlyingsourcepullcallback">Streams,
 *     UnderlyingSourcePullCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface UnderlyingSourcePullCallback extends JSObject {
  /**
   * Called by the stream.
   *
   * @param controller fills the stream
   * @return a promise of when it is done, or null for at once; not called again before
   */
  Promise<JSObject> pull(ReadableStreamDefaultController controller);
}
