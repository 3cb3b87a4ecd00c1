package io.github.teapeer.signaling.internal.realm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tells which clients are still there, each by the signs of life that its kind gives.
 *
 * <ul>
 *   <li>PeerJS 1.x sends a HEARTBEAT every few seconds: it may be silent for the alive timeout.
 *   <li>PeerJS 0.3 sends none. Its socket is asked for a pong, which browsers give by themselves.
 *   <li>An HTTP stream is renewed every 25 s, and browsers let hidden pages do that once a minute:
 *       it has 90 s, or the alive timeout if that is longer.
 *   <li>SkyWay's client answers PING with PONG: once it has done so, it has no more than 45 s.
 * </ul>
 */
final class Liveness {
  private static final long STREAM_MILLIS = TimeUnit.SECONDS.toMillis(90);
  private static final long WATCHDOG_MILLIS = TimeUnit.SECONDS.toMillis(45);
  private static final long PROBE_MILLIS = TimeUnit.SECONDS.toMillis(30);

  private final long aliveMillis;
  private final Optional<Duration> pingInterval;

  Liveness(RealmSettings settings) {
    this.aliveMillis = settings.aliveTimeout().toMillis();
    this.pingInterval = settings.pingInterval();
  }

  /** Whether a client has been silent for too long. */
  boolean isSilent(Client client, long now) {
    return client.isSilentSince(now - patience(client));
  }

  private long patience(Client client) {
    if (client.connection().transport().isStream()) {
      return Math.max(aliveMillis, STREAM_MILLIS);
    }
    return pingInterval.isPresent() && client.isBeating()
        ? Math.min(aliveMillis, WATCHDOG_MILLIS)
        : aliveMillis;
  }

  /** Asks a client for a sign of life, if it is time to. */
  void ask(Client client, long now) {
    if (client.connection().transport().isStream()) {
      return;
    }
    if (pingInterval.isPresent() && client.isToBeAsked(now, pingInterval.get().toMillis())) {
      client.connection().send(ServerMessages.PING);
    }
    if (!client.isBeating()
        && client.isSilentSince(now - PROBE_MILLIS)
        && client.isToBeProbed(now, PROBE_MILLIS)) {
      client.connection().probe();
    }
  }
}
