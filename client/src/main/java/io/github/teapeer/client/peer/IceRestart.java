package io.github.teapeer.client.peer;

/**
 * Has ICE look for another path. The side that dialled makes the offers: one of the other side has
 * Firefox answer with another DTLS role than before, which Chromium refuses.
 */
final class IceRestart {
  private final Connection connection;
  private final Peer owner;
  private final ConnectionSignals signals;
  private final OfferRepeater repeater;

  IceRestart(Connection connection, Peer owner, ConnectionSignals signals, OfferRepeater repeater) {
    this.connection = connection;
    this.owner = owner;
    this.signals = signals;
    this.repeater = repeater;
  }

  /** Restarts, or asks the other side to, by way of the server. */
  void begin() {
    owner.returnToServer();
    if (!beginHere() && owner.state() == Peer.State.OPEN) {
      signals.askForRestart();
    }
  }

  /**
   * Restarts with the newest configuration.
   *
   * @return whether it is for this side to do
   */
  boolean beginHere() {
    if (connection.remoteOffer() != null) {
      return false;
    }
    IceSettings ice = owner.ice();
    Runnable restart =
        () -> {
          if (connection.negotiator() != null) {
            ice.renew(connection.peerConnection(), owner.platform());
            connection.negotiator().restartIce();
            repeater.resume();
          }
        };
    ice.whenKnown(restart, refused -> restart.run());
    return true;
  }
}
