package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.webrtc.RTCDtlsTransport;
import io.github.teapeer.jso.webrtc.RTCErrorEvent;
import io.github.teapeer.jso.webrtc.RTCIceTransport;
import java.util.List;
import org.teavm.jso.JSObject;

/**
 * The DTLS transport of a peer connection: a handshake as soon as both sides have a path, and a
 * word to the other side when this one closes.
 */
final class SecureTransport extends SimulatedEventTarget implements RTCDtlsTransport {
  private enum State {
    NEW,
    HANDSHAKING,
    CONNECTED,
    CLOSED
  }

  private final SimulatedPeerConnection connection;
  private final IceAgent ice;
  private State state = State.NEW;

  SecureTransport(SimulatedPlatform page, SimulatedPeerConnection connection, IceAgent ice) {
    super(page);
    this.connection = connection;
    this.ice = ice;
  }

  boolean isNew() {
    return state == State.NEW;
  }

  boolean isConnected() {
    return state == State.CONNECTED;
  }

  /** This side has a path; the other side may have waited for it. */
  void iceConnected() {
    shakeHands();
    IceAgent other = ice.other();
    if (other != null) {
      other.connection().transport().shakeHands();
    }
  }

  private void shakeHands() {
    IceAgent other = ice.other();
    boolean ready = other != null && ice.state().isConnected() && other.state().isConnected();
    if (state != State.NEW || !ready) {
      return;
    }
    state = State.HANDSHAKING;
    page().schedule(ice.roundTrip() + ice.roundTrip(), this::handshakeEnded);
  }

  private void handshakeEnded() {
    if (connection.isClosed()) {
      return;
    }
    if (!ice.isPathUp()) {
      // Tried again when there is a path.
      state = State.NEW;
      return;
    }
    state = State.CONNECTED;
    connection.transportConnected();
  }

  /** This side closes: the other one is told, if there is a path on which a packet gets through. */
  void close() {
    if (state == State.CONNECTED && ice.isPathUp()) {
      SecureTransport remote = ice.other().connection().transport();
      page()
          .simulation()
          .loop()
          .schedule(ice.roundTrip() / 2, () -> remote.page().queueTask(remote::closedByOther));
    }
    state = State.CLOSED;
  }

  private void closedByOther() {
    if (state == State.CONNECTED && !connection.isClosed()) {
      state = State.CLOSED;
      dispatch(new SimulatedEvent("statechange"));
    }
  }

  @Override
  public RTCIceTransport getIceTransport() {
    throw new UnsupportedOperationException("The simulation has no RTCIceTransport");
  }

  @Override
  public String getState() {
    return switch (state) {
      case NEW -> "new";
      case HANDSHAKING -> "connecting";
      case CONNECTED -> "connected";
      case CLOSED -> "closed";
    };
  }

  @Override
  public Sequence<JSObject> getRemoteCertificates() {
    return new SimulatedSequence<>(List.of());
  }

  @Override
  public void setOnstatechange(EventHandler<Event> handler) {
    setHandler("statechange", handler);
  }

  @Override
  public void setOnerror(EventHandler<RTCErrorEvent> handler) {
    setHandler("error", handler);
  }

  @Override
  String label() {
    return connection.label() + " transport";
  }
}
