package io.github.teapeer.client.peer;

/**
 * Has ICE look for another path. The side that dialled makes the offers: one of the other side has
 * Firefox answer with another DTLS role than before, which Chromium refuses.
 */
final class IceRestart {
  private IceRestart() {}

  /** Restarts, or asks the other side to, by way of the server. */
  static void begin(Connection connection) {
    Peer owner = connection.owner();
    owner.returnToServer();
    if (connection.remoteOffer() == null) {
      beginHere(connection);
    } else if (owner.state() == Peer.State.OPEN) {
      connection.signals().askForRestart();
    }
  }

  /** Restarts with the newest configuration, on the side that dialled. */
  static void beginHere(Connection connection) {
    connection.owner().ice().whenKnown(() -> restart(connection), refused -> restart(connection));
  }

  private static void restart(Connection connection) {
    if (connection.negotiator() != null) {
      Peer owner = connection.owner();
      owner.ice().renew(connection.peerConnection(), owner.platform());
      connection.restartIce();
    }
  }
}
