package io.github.teapeer.client.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** A placeholder for {@code Peer}: one property, one listener, one asynchronous error. */
@JSClass(name = "Peer")
public final class PeerFacade {
  private JSObject listener;
  private boolean destroyed;

  /**
   * Makes a peer that reports {@code browser-incompatible} soon.
   *
   * @param id the id, or options
   * @param options the options
   */
  @JSExport
  public PeerFacade(JSObject id, JSObject options) {
    Scripts.later(this::fail);
  }

  private void fail() {
    if (listener != null) {
      Scripts.call(listener, self(this), Scripts.error("browser-incompatible", "No WebRTC here"));
    }
  }

  /**
   * Whether {@link #destroy} was called.
   *
   * @return true after it
   */
  @JSExport
  @JSProperty
  public boolean isDestroyed() {
    return destroyed;
  }

  /** Ends the peer. */
  @JSExport
  public void destroy() {
    destroyed = true;
  }

  /**
   * Registers the listener.
   *
   * @param event the event's name
   * @param callback called with the event's value
   * @return this
   */
  @JSExport
  public JSObject on(String event, JSObject callback) {
    if (event.equals("error")) {
      listener = callback;
    }
    return self(this);
  }

  @JSBody(params = "facade", script = "return facade;")
  private static native JSObject self(PeerFacade facade);
}
