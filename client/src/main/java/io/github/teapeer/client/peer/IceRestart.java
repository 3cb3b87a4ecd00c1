package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.Negotiator;

/**
 * Has ICE look for another path. The side that dialled makes the offers: one of the other side has
 * Firefox answer with another DTLS role than before, which Chromium refuses.
 */
final class IceRestart {
  private IceRestart() {}

  /**
   * Restarts with the newest configuration, or asks the other side to, by way of the server: comes
   * back to that, unless the application has left it.
   */
  static void begin(Connection connection) {
    Peer owner = connection.owner();
    owner.returnToServer();
    if (connection.remoteOffer() == null) {
      owner.ice().whenKnown(() -> restart(connection), refused -> restart(connection));
    } else if (owner.state() == Peer.State.OPEN) {
      connection.signals().askForRestart();
    }
  }

  private static void restart(Connection connection) {
    Negotiator negotiator = connection.negotiator();
    if (negotiator != null) {
      Peer owner = connection.owner();
      owner.ice().renew(negotiator.peerConnection(), owner.platform());
      connection.restartIce();
    }
  }
}
