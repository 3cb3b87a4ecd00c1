package io.github.teapeer.jso.browser;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.PromiseReaction;
import io.github.teapeer.jso.dom.DOMException;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventTarget;
import org.teavm.interop.Async;
import org.teavm.interop.AsyncCallback;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Lets a test in the browser wait, with a deadline, for what is settled or dispatched later. */
final class Await {
  private static final int DEADLINE_MILLIS = 20_000;

  private Await() {}

  /** What the promise is fulfilled with. Fails where it is rejected, or not settled in time. */
  static <T extends JSObject> T fulfilled(Promise<T> promise) {
    Settled settled = settled(promise, DEADLINE_MILLIS);
    if (settled.rejected) {
      throw new AssertionError("The promise was rejected: " + text(settled.value));
    }
    return cast(settled.value);
  }

  /**
   * The reason why the promise is rejected. Fails where it is fulfilled, or not settled in time.
   */
  static DOMException rejected(Promise<? extends JSObject> promise) {
    Settled settled = settled(promise, DEADLINE_MILLIS);
    if (!settled.rejected) {
      throw new AssertionError("The promise was fulfilled: " + text(settled.value));
    }
    return cast(settled.value);
  }

  /** A promise of the next event of a type. */
  static <E extends Event> Promise<E> next(EventTarget target, String type) {
    return Promise.create(
        (resolve, reject) ->
            target.addEventListener(type, (Event event) -> resolve.settled(cast(event))));
  }

  @JSBody(params = "value", script = "return value;")
  @SuppressWarnings("TypeParameterUnusedInFormals") // native objects have the type they are given
  static native <T extends JSObject> T cast(JSObject value);

  @JSBody(params = "value", script = "return String(value);")
  static native String text(JSObject value);

  @JSBody(
      params = {"promise", "milliseconds", "onFulfilled", "onRejected"},
      script =
          "var timer = setTimeout("
              + "() => onRejected(new Error('nothing came within ' + milliseconds + ' ms')),"
              + " milliseconds);"
              + "promise.finally(() => clearTimeout(timer)).then(onFulfilled, onRejected);")
  private static native void then(
      JSObject promise,
      int milliseconds,
      PromiseReaction<JSObject> onFulfilled,
      PromiseReaction<JSObject> onRejected);

  @Async
  private static native Settled settled(JSObject promise, int milliseconds);

  @SuppressWarnings("UnusedMethod") // TeaVM calls it in place of the native method
  private static void settled(JSObject promise, int milliseconds, AsyncCallback<Settled> callback) {
    then(
        promise,
        milliseconds,
        value -> callback.complete(new Settled(value, false)),
        reason -> callback.complete(new Settled(reason, true)));
  }

  private static final class Settled {
    final JSObject value;
    final boolean rejected;

    Settled(JSObject value, boolean rejected) {
      this.value = value;
      this.rejected = rejected;
    }
  }
}
