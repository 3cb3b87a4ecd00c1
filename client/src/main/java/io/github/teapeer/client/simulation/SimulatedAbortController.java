package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.dom.AbortController;
import io.github.teapeer.jso.dom.AbortSignal;
import org.teavm.jso.JSObject;

/** Aborts requests of a page. */
final class SimulatedAbortController implements AbortController {
  private final SimulatedAbortSignal signal;

  SimulatedAbortController(SimulatedPlatform page) {
    signal = new SimulatedAbortSignal(page);
  }

  @Override
  public AbortSignal getSignal() {
    return signal;
  }

  @Override
  public void abort() {
    abort(DomException.abort());
  }

  @Override
  public void abort(JSObject reason) {
    signal.abort(reason);
  }
}
