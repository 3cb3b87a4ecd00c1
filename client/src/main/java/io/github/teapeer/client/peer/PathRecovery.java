package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.Alarm;
import io.github.teapeer.client.platform.Platform;

/**
 * Watches the path of a connection, and looks for another one when it is lost, with a peer that
 * takes part in it: by ICE restarts, until there is a path again or time is up.
 *
 * <pre>
 *   UNTRIED ──connected──▶ STABLE ──lost──▶ RECOVERING ──connected──▶ STABLE
 *                                               └──time is up──▶ the connection fails
 * </pre>
 *
 * <p>Both sides look: the one that dialled restarts ICE, the other asks it to, if it does not begin
 * by itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8445#section-2.4">RFC 8445, ICE restarts</a>
 */
final class PathRecovery {
  /** How often a restart is tried, in milliseconds. */
  static final int RESTART_INTERVAL = 5000;

  /** How long the side that did not dial lets the other one begin, in milliseconds. */
  static final int COURTESY = 2000;

  /** How long a peer that has left the server is waited for, in milliseconds. */
  static final int LEFT_TIMEOUT = 10_000;

  private enum State {
    /** There has been no path yet, or the connection has ended. */
    INACTIVE,
    STABLE,
    RECOVERING
  }

  private final Connection connection;
  private final int timeout;
  private final Alarm nextRestart;
  private final Alarm deadline;
  private State state = State.INACTIVE;
  private boolean peerLeft;

  /** Of a connection that is not open yet; a timeout of 0 rules recovery out. */
  PathRecovery(Connection connection, Platform platform, int timeout) {
    this.connection = connection;
    this.timeout = timeout;
    nextRestart = new Alarm(platform);
    deadline = new Alarm(platform);
  }

  /** Whether a lost path may come back. */
  private boolean isPossible() {
    return state != State.INACTIVE && timeout > 0 && connection.remote().renegotiates();
  }

  /** Whether the path is lost and another one is looked for. */
  boolean isUnderWay() {
    return state == State.RECOVERING;
  }

  /** There is no path, as far as is known, and another one is looked for. */
  boolean isWithoutPath() {
    return isUnderWay() && !isConnected(connection.peerConnection().getIceConnectionState());
  }

  private static boolean isConnected(String iceState) {
    return iceState.equals("connected") || iceState.equals("completed");
  }

  /** The platform says how the path is. */
  void iceStateChanged(String iceState) {
    if (isConnected(iceState)) {
      connected();
    } else if (iceState.equals("failed")) {
      failed();
    } else if (iceState.equals("closed")) {
      connection.fail(ConnectionErrors.closed(connection.peer()));
    } else if (iceState.equals("disconnected")) {
      if (peerLeft) {
        endSoon();
      } else if (isPossible()) {
        lost();
      }
    }
  }

  private void connected() {
    boolean recovered = isUnderWay();
    if (recovered) {
      connection.negotiator().restartAgain();
    }
    silence();
    state = State.STABLE;
    if (recovered) {
      connection.listener().onReconnected();
    }
  }

  /** The platform has given up. */
  void failed() {
    if (isPossible()) {
      lost();
    } else {
      connection.noWay();
    }
  }

  private void lost() {
    if (!isUnderWay()) {
      state = State.RECOVERING;
      endLater();
      restartIn(connection.remoteOffer() == null ? 0 : COURTESY);
      connection.listener().onReconnecting();
    }
  }

  /** No other path is found, or not in time. */
  void notFound() {
    if (peerLeft) {
      connection.peerIsGone();
    } else {
      connection.noWay();
    }
  }

  /**
   * The server says that the other side has gone. Only its signalling has, as far as the server can
   * know: an open connection that works is believed more, and ends with the first sign of loss.
   */
  void peerLeft() {
    if (peerLeft) {
      return;
    }
    peerLeft = true;
    if (connection.state() == Connection.State.CONNECTING) {
      connection.peerIsGone();
    } else if (connection.peerConnection() != null
        && !isConnected(connection.peerConnection().getIceConnectionState())) {
      endSoon();
    }
  }

  /** The other side says something: if it had left the server, it has come back. */
  void peerIsThere() {
    if (peerLeft) {
      peerLeft = false;
      endLater();
    }
  }

  private void endSoon() {
    if (isPossible()) {
      lost();
      endLater();
    } else {
      connection.finish();
    }
  }

  private void endLater() {
    if (isUnderWay()) {
      deadline.set(this::notFound, peerLeft ? Math.min(LEFT_TIMEOUT, timeout) : timeout);
    }
  }

  /** The other side has begun a restart, which is this side's, too. */
  void begunByOther() {
    restartIn(RESTART_INTERVAL);
  }

  /** The other side asks for a restart. */
  void asked() {
    // While it recovers itself it does so anyway.
    if (isPossible() && !isUnderWay() && connection.remoteOffer() == null) {
      IceRestart.begin(connection);
    }
  }

  private void restartIn(int delay) {
    if (isUnderWay()) {
      nextRestart.set(
          () -> {
            restartIn(RESTART_INTERVAL);
            IceRestart.begin(connection);
          },
          delay);
    }
  }

  /** The connection has ended. */
  void stop() {
    state = State.INACTIVE;
    silence();
  }

  private void silence() {
    nextRestart.clear();
    deadline.clear();
  }
}
