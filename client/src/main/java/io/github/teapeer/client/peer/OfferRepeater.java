package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.Alarm;
import io.github.teapeer.client.platform.Platform;

/** Sends an offer that renegotiates again until it is answered: it may have been lost. */
final class OfferRepeater {
  /** After how long an offer is sent again, in milliseconds. */
  static final int REPEAT_INTERVAL = 5000;

  /** How often it is sent again before those who wait for it are told that it took too long. */
  static final int MAX_REPEATS = 6;

  private final Connection connection;
  private final Alarm alarm;
  private int repeats;

  OfferRepeater(Connection connection, Platform platform) {
    this.connection = connection;
    alarm = new Alarm(platform);
  }

  /** An offer was sent, for the first time or again. */
  void offered() {
    alarm.set(
        () -> {
          if (repeats++ == MAX_REPEATS) {
            connection.renegotiationTimedOut();
          } else if (connection.owner().state() == Peer.State.OPEN) {
            connection.negotiator().repeatOffer();
          } else {
            offered();
          }
        },
        REPEAT_INTERVAL);
  }

  /** There is something new to be agreed: takes up again an offer that was given up. */
  void resume() {
    boolean givenUp = repeats > MAX_REPEATS;
    repeats = 0;
    if (givenUp) {
      connection.negotiator().repeatOffer();
    }
  }

  /** The connection has ended. */
  void stop() {
    alarm.clear();
  }
}
