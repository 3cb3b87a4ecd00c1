package io.github.teapeer.signaling.internal.realm;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.SignalingLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Decides who gets a LEAVE for a client that has gone, and when. To be used under the realm's lock.
 *
 * <p>PeerJS takes a LEAVE as the end of all connections with the peer it names, while those
 * connections can do very well without the server. So there is one only for a client that is very
 * likely dead:
 *
 * <ul>
 *   <li>its socket ended without a goodbye, or with 1001, and no client with its id and token came
 *       back within the grace period ({@link Departure#LOST});
 *   <li>its id was claimed with another token meanwhile, as a reloaded page does: the LEAVE goes
 *       out before the newcomer's OPEN, so that it cannot hit the newcomer's own connections;
 *   <li>it has stopped sending the heartbeats that it used to send ({@link Departure#SILENT});
 *   <li>it said so ({@link Departure#LEFT}).
 * </ul>
 *
 * <p>A client that closes its socket properly is told about to nobody, because {@code
 * peer.disconnect()} is documented to leave connections alone. For an hour it is remembered whom it
 * talked with, in case it reconnects and is lost later. A LEAVE goes to the peers that the client
 * itself had sent an OFFER or an ANSWER, up to {@link SignalingLimits#maxCorrespondents()} of them,
 * and only to those connected at that moment.
 */
final class Farewells {
  private static final long REST_MILLIS = TimeUnit.HOURS.toMillis(1);

  /** Sends the messages. */
  interface Messenger {
    /** Tells a peer, if it is connected, that a client is gone. */
    void sendLeave(String lost, String peer);
  }

  private final Optional<Duration> grace;
  private final Messenger messenger;
  private final AbsentClients lost;
  private final AbsentClients resting;

  /**
   * @param grace how long a lost client may take to come back; empty if nobody ever gets a LEAVE
   * @param limit how many clients may be waited for, and how many remembered
   */
  Farewells(Optional<Duration> grace, int limit, Messenger messenger) {
    this.grace = grace;
    this.messenger = messenger;
    this.lost = new AbsentClients(limit);
    this.resting = new AbsentClients(limit);
  }

  /** Takes note that a client has gone. */
  void gone(Client client, Departure why, long now) {
    if (grace.isEmpty()) {
      return;
    }
    AbsentClient absent = client.absent();
    switch (why) {
      case CLOSED -> resting.add(absent, now + REST_MILLIS);
      case LEFT -> announce(absent);
      case SILENT -> {
        if (client.isBeating()) {
          announce(absent);
        }
      }
      case LOST -> {
        if (grace.get().isZero()) {
          announce(absent);
        } else {
          lost.add(absent, now + grace.get().toMillis()).ifPresent(this::announce);
        }
      }
    }
  }

  /**
   * Takes note that a client is about to take an id.
   *
   * @return whether it had that id before, and has taken over whom it talked with then
   */
  boolean come(Client client) {
    Optional<AbsentClient> waitedFor = lost.remove(client.id());
    Optional<AbsentClient> earlier = resting.remove(client.id()).or(() -> waitedFor);
    boolean same = earlier.isPresent() && client.continues(earlier.get());
    if (!same) {
      waitedFor.ifPresent(this::announce);
    }
    return same;
  }

  /** Gives up those who did not come back in time. */
  void sweep(long now) {
    List<AbsentClient> givenUp = lost.removeDue(now);
    givenUp.forEach(this::announce);
    resting.removeDue(now);
  }

  private void announce(AbsentClient gone) {
    for (String peer : gone.correspondents().toList()) {
      messenger.sendLeave(gone.id(), peer);
    }
  }
}
