package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSObject;

/** What came of a promise. */
final class Settled<T extends JSObject> {
  private T value;
  private JSObject reason;
  private boolean done;

  private Settled(Promise<T> promise) {
    promise.then(
        fulfilled -> {
          value = fulfilled;
          done = true;
        },
        rejected -> {
          reason = rejected;
          done = true;
        });
  }

  /** Watches a promise. */
  static <T extends JSObject> Settled<T> of(Promise<T> promise) {
    return new Settled<>(promise);
  }

  /** Waits for a promise's value. */
  static <T extends JSObject> T value(Simulation simulation, Promise<T> promise) {
    Settled<T> settled = of(promise);
    simulation.runUntil(settled::isDone, 60_000);
    if (settled.reason != null) {
      throw new AssertionError("Rejected: " + settled.reason);
    }
    return settled.value;
  }

  /** Waits for a promise's rejection, and answers the name of the error. */
  static String errorName(Simulation simulation, Promise<?> promise) {
    Settled<?> settled = of(promise);
    simulation.runUntil(settled::isDone, 60_000);
    if (settled.reason == null) {
      throw new AssertionError("Fulfilled: " + settled.value);
    }
    return ((DomException) settled.reason).name();
  }

  boolean isDone() {
    return done;
  }
}
