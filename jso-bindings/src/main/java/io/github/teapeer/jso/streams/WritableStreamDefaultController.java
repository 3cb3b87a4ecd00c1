package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.dom.AbortSignal;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Through this a sink makes its stream fail.
 *
 * @see <a href="https://streams.spec.whatwg.org/#ws-default-controller-class">Streams,
 *     WritableStreamDefaultController</a>
 */
public interface WritableStreamDefaultController extends JSObject {
  /** {@return the signal that is aborted with the stream} */
  @JSProperty
  AbortSignal getSignal();

  /**
   * Makes the stream fail.
   *
   * @param reason what the writer is told
   */
  void error(JSObject reason);
}
