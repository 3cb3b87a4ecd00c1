package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSObject;

/**
 * Through this a transformer gives its results.
 *
 * @see <a href="https://streams.spec.whatwg.org/#ts-default-controller-class">Streams,
 *     TransformStreamDefaultController</a>
 */
public interface TransformStreamDefaultController extends JSObject {
  /**
   * How much the readable side wants.
   *
   * @return as {@link ReadableStreamDefaultController#getDesiredSize} tells it
   */
  default double getDesiredSize() {
    return NativeMember.getDouble(this, "desiredSize");
  }

  /**
   * Adds a chunk to the readable side.
   *
   * @param chunk the chunk
   */
  void enqueue(JSObject chunk);

  /**
   * Makes both sides fail.
   *
   * @param reason what both sides are told
   */
  void error(JSObject reason);

  /** Ends the readable side, and makes the writable side fail. */
  void terminate();
}
