package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.JSObject;

/**
 * A signal of a simulated page, and what aborts it. Requests hear of it at once, before {@code
 * abort()} returns; listeners in a task, as nothing calls back within the call that asked for it.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-AbortSignal">DOM, AbortSignal</a>
 */
public final class SimulatedAbortSignal extends SimulatedEventTarget implements AbortSignal {
  private final List<Consumer<JSObject>> algorithms = new ArrayList<>();
  private boolean aborted;
  private JSObject reason;

  SimulatedAbortSignal(SimulatedPlatform page) {
    super(page);
  }

  /**
   * Aborts; listeners hear of it in a task. Nothing happens the second time.
   *
   * @param why the reason
   */
  public void abort(JSObject why) {
    if (!aborted) {
      aborted = true;
      reason = why;
      algorithms.forEach(algorithm -> algorithm.accept(why));
      algorithms.clear();
      queueEvent("abort");
    }
  }

  void onAborted(Consumer<JSObject> algorithm) {
    if (aborted) {
      algorithm.accept(reason);
    } else {
      algorithms.add(algorithm);
    }
  }

  /**
   * Tells whether somebody still waits for it.
   *
   * @return whether there are listeners
   */
  public boolean hasListeners() {
    return hasListeners("abort");
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
      throw new DomException("AbortError", "The signal was aborted");
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
