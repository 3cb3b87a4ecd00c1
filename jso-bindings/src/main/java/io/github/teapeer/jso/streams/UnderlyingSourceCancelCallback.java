package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Called when nobody wants the chunks of a readable stream any more.
 *
 * @see <a
 *     href="https://streams.spec.whatwg.org/#callbackdef-underlyingsourcecancelcallback">Streams,
 *     UnderlyingSourceCancelCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface UnderlyingSourceCancelCallback extends JSObject {
  /**
   * Called by the stream.
   *
   * @param reason why
   * @return a promise of when it is done, or null for at once
   */
  Promise<JSObject> cancel(JSObject reason);
}
