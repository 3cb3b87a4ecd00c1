package io.github.teapeer.jso.streams;

import org.teavm.jso.JSBody;

/**
 * Counts chunks.
 *
 * @see <a href="https://streams.spec.whatwg.org/#cqs-class">Streams, CountQueuingStrategy</a>
 */
public interface CountQueuingStrategy extends QueuingStrategy {
  /**
   * Makes a strategy; browsers only.
   *
   * @param init how many chunks fill the queue
   * @return the strategy
   */
  @JSBody(params = "init", script = "return new CountQueuingStrategy(init);")
  static CountQueuingStrategy create(QueuingStrategyInit init) {
    throw new UnsupportedOperationException("A CountQueuingStrategy is made by the browser");
  }
}
