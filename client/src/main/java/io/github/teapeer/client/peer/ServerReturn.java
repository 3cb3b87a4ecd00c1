package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.Alarm;
import io.github.teapeer.client.platform.Platform;

/** Brings a peer back to a server that it lost: after a while by itself, or when it is needed. */
final class ServerReturn {
  /** How often a peer that does not come back by itself tries to for a connection. */
  private static final int RECOVERY_ATTEMPTS = 8;

  private final Peer peer;
  private final Platform platform;
  private final ReconnectPolicy given;
  private final Alarm alarm;

  /** How to come back, or null. */
  private ReconnectPolicy policy;

  /** Whether the server was lost, and not left. */
  private boolean lost;

  private int attempts;

  /** With a policy, or null for a peer that does not come back by itself. */
  ServerReturn(Peer peer, Platform platform, ReconnectPolicy given) {
    this.peer = peer;
    this.platform = platform;
    this.given = given;
    policy = given;
    alarm = new Alarm(platform);
  }

  /** The server is there. */
  void done() {
    attempts = 0;
    policy = given;
  }

  /** The server was lost: whether the policy says that there is another attempt. */
  boolean goesOn() {
    return policy != null && allows(policy, attempts);
  }

  /** Whether there is another attempt after a number of them. */
  static boolean allows(ReconnectPolicy policy, int attempts) {
    return attempts < policy.getMaxAttempts();
  }

  /** How long to wait after a number of attempts, in milliseconds; chance is from 0 to 1. */
  static int delay(ReconnectPolicy policy, int attempts, double chance) {
    double longest = Math.min(policy.getMinDelay() * Math.pow(2, attempts), policy.getMaxDelay());
    return (int) (longest * (1 - chance / 2));
  }

  /** Comes back to the server later. */
  void begin(PeerListener listener) {
    int delay = delay(policy, attempts++, platform.random());
    peer.leave(Peer.State.RECONNECTING);
    // A listener may have done something else.
    if (peer.state() == Peer.State.RECONNECTING) {
      alarm.set(peer::reconnect, delay);
      listener.onReconnecting(attempts, delay);
    }
  }

  /** Whether the peer has tried by itself. */
  boolean wasTried() {
    return policy != null;
  }

  /** Says whether the server, which is not connected, was lost, and not left. */
  void setLost(boolean lost) {
    this.lost = lost;
  }

  /**
   * A connection needs the server to find another path: comes back to it, unless the application
   * has left it.
   */
  void beginForRecovery() {
    if (peer.state() == Peer.State.DISCONNECTED && lost) {
      if (policy == null) {
        policy =
            ReconnectPolicy.of(
                ReconnectPolicy.DEFAULT_MIN_DELAY,
                ReconnectPolicy.DEFAULT_MAX_DELAY / 2.0,
                RECOVERY_ATTEMPTS);
      }
      peer.reconnect();
    }
  }

  /** What was to be done later is not, or at once. */
  void stop() {
    alarm.clear();
  }
}
