package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.PromiseReaction;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;

/**
 * A promise of a simulated page. Its reactions run as microtasks of the page. A rejection that
 * nobody handles by the end of the microtasks counts as an exception that nobody caught, as in a
 * browser.
 *
 * @param <T> what it is fulfilled with
 * @see <a href="https://tc39.es/ecma262/#sec-promise-objects">ECMAScript, Promise Objects</a>
 */
public final class SimulatedPromise<T extends JSObject> implements Promise<T> {
  private enum State {
    PENDING,
    FULFILLED,
    REJECTED
  }

  private record Reactions<T extends JSObject>(
      PromiseReaction<T> onFulfilled, PromiseReaction<JSObject> onRejected) {}

  private final SimulatedPlatform page;
  private final List<Reactions<T>> reactions = new ArrayList<>();
  private State state = State.PENDING;
  private T value;
  private JSObject reason;
  private boolean handled;

  SimulatedPromise(SimulatedPlatform page) {
    this.page = page;
  }

  /**
   * Fulfils the promise; nothing happens if it is settled.
   *
   * @param newValue the value, or null for {@code undefined}
   */
  public void fulfill(T newValue) {
    if (state == State.PENDING) {
      state = State.FULFILLED;
      value = newValue;
      reactions.forEach(this::react);
    }
  }

  /**
   * Rejects the promise; nothing happens if it is settled.
   *
   * @param newReason the reason
   */
  public void reject(JSObject newReason) {
    if (state == State.PENDING) {
      state = State.REJECTED;
      reason = newReason;
      reactions.forEach(this::react);
      page.whenScriptsHaveRun(
          () -> {
            if (!handled) {
              page.uncaught(
                  new IllegalStateException("A promise's rejection was not handled: " + reason));
            }
          });
    }
  }

  @Override
  public void then(PromiseReaction<T> onFulfilled, PromiseReaction<JSObject> onRejected) {
    Reactions<T> added = new Reactions<>(onFulfilled, onRejected);
    handled |= onRejected != null;
    if (state == State.PENDING) {
      reactions.add(added);
    } else {
      react(added);
    }
  }

  private void react(Reactions<T> settled) {
    if (state == State.FULFILLED && settled.onFulfilled() != null) {
      page.afterScript(() -> settled.onFulfilled().settled(value));
    } else if (state == State.REJECTED && settled.onRejected() != null) {
      page.afterScript(() -> settled.onRejected().settled(reason));
    }
  }
}
