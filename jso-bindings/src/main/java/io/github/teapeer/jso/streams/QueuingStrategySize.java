package io.github.teapeer.jso.streams;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Tells the size of a chunk.
 *
 * @see <a href="https://streams.spec.whatwg.org/#callbackdef-queuingstrategysize">Streams,
 *     QueuingStrategySize</a>
 */
@JSFunctor
@FunctionalInterface
public interface QueuingStrategySize extends JSObject {
  /**
   * Called with every chunk that enters a queue.
   *
   * @param chunk the chunk
   * @return its size, 0 or more
   */
  double size(JSObject chunk);
}
