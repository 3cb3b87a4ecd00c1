package io.github.teapeer.jso.streams;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How much a stream takes before its queue is full.
 *
 * @see <a href="https://streams.spec.whatwg.org/#dictdef-queuingstrategy">Streams,
 *     QueuingStrategy</a>
 */
public interface QueuingStrategy extends JSObject {
  /**
   * Measures chunks; browsers only.
   *
   * @param highWaterMark the sum of sizes that fills the queue, 0 or more
   * @param size tells the size of a chunk
   * @return the strategy
   */
  @JSBody(
      params = {"highWaterMark", "size"},
      script = "return {highWaterMark: highWaterMark, size: size};")
  static QueuingStrategy of(double highWaterMark, QueuingStrategySize size) {
    throw new UnsupportedOperationException("Streams are made by the browser");
  }

  /** {@return the sum of sizes that fills the queue} */
  @JSProperty
  double getHighWaterMark();
}
