package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How much fills a queue.
 *
 * @see <a href="https://streams.spec.whatwg.org/#dictdef-queuingstrategyinit">Streams,
 *     QueuingStrategyInit</a>
 */
public interface QueuingStrategyInit extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static QueuingStrategyInit create() {
    return Dictionary.create(QueuingStrategyInit.class);
  }

  /**
   * Sets how much fills the queue.
   *
   * @param size the sum of sizes, 0 or more
   */
  @JSProperty
  void setHighWaterMark(double size);
}
