package io.github.teapeer.client.simulation;

/** The DTLS transport of a peer connection: a handshake as soon as both sides have a path. */
final class SecureTransport {
  private enum State {
    NEW,
    HANDSHAKING,
    CONNECTED
  }

  private final SimulatedPlatform page;
  private final SimulatedPeerConnection connection;
  private final IceAgent ice;
  private State state = State.NEW;

  SecureTransport(SimulatedPlatform page, SimulatedPeerConnection connection, IceAgent ice) {
    this.page = page;
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
    page.schedule(ice.roundTrip() + ice.roundTrip(), this::handshakeEnded);
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
}
