package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.JSObject;

/**
 * Tells requests that they are aborted: at once, before {@code abort()} returns. The event follows
 * in a task, as nothing calls back within the call that asked for it.
 */
final class SimulatedAbortSignal extends SimulatedEventTarget implements AbortSignal {
  private final List<Consumer<JSObject>> algorithms = new ArrayList<>();
  private boolean aborted;
  private JSObject reason;

  SimulatedAbortSignal(SimulatedPlatform page) {
    super(page);
  }

  void onAborted(Consumer<JSObject> algorithm) {
    if (aborted) {
      algorithm.accept(reason);
    } else {
      algorithms.add(algorithm);
    }
  }

  void abort(JSObject newReason) {
    if (!aborted) {
      aborted = true;
      reason = newReason;
      algorithms.forEach(algorithm -> algorithm.accept(newReason));
      algorithms.clear();
      queueEvent("abort");
    }
  }

  @Override
  public boolean isAborted() {
    return aborted;
  }

  @Override
  public JSObject getReason() {
    return reason;
  }

  @Override
  public void throwIfAborted() {
    if (aborted) {
      throw new DomException("AbortError", String.valueOf(reason));
    }
  }

  @Override
  public void setOnabort(EventHandler<Event> handler) {
    setHandler("abort", handler);
  }

  @Override
  String label() {
    return "signal";
  }
}
