package io.github.teapeer.jso.streams;

import org.teavm.jso.JSBody;

/**
 * Makes other chunks of those that are written to it.
 *
 * @see <a href="https://streams.spec.whatwg.org/#ts-class">Streams, TransformStream</a>
 */
public interface TransformStream extends ReadableWritablePair {
  /**
   * Makes a stream; browsers only.
   *
   * @param transformer makes the chunks, or null to pass them on
   * @return the stream
   */
  @JSBody(params = "transformer", script = "return new TransformStream(transformer || undefined);")
  static TransformStream create(Transformer transformer) {
    throw new UnsupportedOperationException("A TransformStream is made by the browser");
  }

  /**
   * Makes a stream; browsers only.
   *
   * @param transformer makes the chunks, or null to pass them on
   * @param writableStrategy how many chunks wait before it, or null for one
   * @param readableStrategy how many wait after it, or null for none
   * @return the stream
   */
  @JSBody(
      params = {"transformer", "writableStrategy", "readableStrategy"},
      script =
          "return new TransformStream(transformer || undefined,"
              + " writableStrategy || undefined, readableStrategy || undefined);")
  static TransformStream create(
      Transformer transformer, QueuingStrategy writableStrategy, QueuingStrategy readableStrategy) {
    throw new UnsupportedOperationException("A TransformStream is made by the browser");
  }
}
