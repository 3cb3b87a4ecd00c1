package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Called when a writable stream is aborted.
 *
 * @see <a href="https://streams.spec.whatwg.org/#callbackdef-underlyingsinkabortcallback">Streams,
 *     UnderlyingSinkAbortCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface UnderlyingSinkAbortCallback extends JSObject {
  /**
   * Called by the stream.
   *
   * @param reason why
   * @return a promise of when it is done, or null for at once
   */
  Promise<JSObject> abort(JSObject reason);
}
