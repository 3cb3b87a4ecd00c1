package io.github.teapeer.jso.dom;

import io.github.teapeer.jso.core.Sequence;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Tells an operation that nobody wants its result any more.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-AbortSignal">DOM, AbortSignal</a>
 */
public interface AbortSignal extends EventTarget {
  /**
   * A signal that is aborted already; browsers only.
   *
   * @param reason the reason, or null for an {@code AbortError}
   * @return the signal
   */
  @JSBody(
      params = "reason",
      script = "return AbortSignal.abort(reason === null ? undefined : reason);")
  static AbortSignal abort(JSObject reason) {
    throw new UnsupportedOperationException("An AbortSignal is made by the browser");
  }

  /**
   * A signal that is aborted with a {@code TimeoutError} after a time; browsers only.
   *
   * @param milliseconds the time
   * @return the signal
   */
  @JSBody(params = "milliseconds", script = "return AbortSignal.timeout(milliseconds);")
  static AbortSignal timeout(int milliseconds) {
    throw new UnsupportedOperationException("An AbortSignal is made by the browser");
  }

  /**
   * A signal that is aborted as soon as one of several is; browsers only.
   *
   * @param signals the signals
   * @return the signal
   */
  @JSBody(params = "signals", script = "return AbortSignal.any(signals);")
  static AbortSignal any(Sequence<AbortSignal> signals) {
    throw new UnsupportedOperationException("An AbortSignal is made by the browser");
  }

  /** {@return whether the operation was aborted} */
  @JSProperty
  boolean isAborted();

  /** {@return why it was aborted; meaningless before} */
  @JSProperty
  JSObject getReason();

  /** Throws the reason, as a JavaScript exception, if the operation was aborted. */
  void throwIfAborted();

  /**
   * Sets the handler of {@code abort}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnabort(EventHandler<Event> handler);
}
