package io.github.teapeer.jso.streams;

import org.teavm.jso.JSBody;

/**
 * Counts bytes.
 *
 * @see <a href="https://streams.spec.whatwg.org/#blqs-class">Streams, ByteLengthQueuingStrategy</a>
 */
public interface ByteLengthQueuingStrategy extends QueuingStrategy {
  /**
   * Makes a strategy; browsers only.
   *
   * @param init how many bytes fill the queue
   * @return the strategy
   */
  @JSBody(params = "init", script = "return new ByteLengthQueuingStrategy(init);")
  static ByteLengthQueuingStrategy create(QueuingStrategyInit init) {
    throw new UnsupportedOperationException("A ByteLengthQueuingStrategy is made by the browser");
  }
}
