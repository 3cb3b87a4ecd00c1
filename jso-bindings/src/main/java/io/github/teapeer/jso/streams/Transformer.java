package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Makes chunks of chunks.
 *
 * @see <a href="https://streams.spec.whatwg.org/#dictdef-transformer">Streams, Transformer</a>
 */
public interface Transformer extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static Transformer create() {
    return Dictionary.create(Transformer.class);
  }

  /**
   * Sets what is called once, at the start.
   *
   * @param start the function
   */
  @JSProperty
  void setStart(TransformerStartCallback start);

  /**
   * Sets what is called with every chunk.
   *
   * @param transform the function
   */
  @JSProperty
  void setTransform(TransformerTransformCallback transform);

  /**
   * Sets what is called after the last chunk.
   *
   * @param flush the function
   */
  @JSProperty
  void setFlush(TransformerFlushCallback flush);
}
