package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.Platform;

/**
 * Looks for another path when that of a connection is lost, with a peer that takes part in it: by
 * ICE restarts, until there is a path again or time is up.
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
    UNTRIED,
    STABLE,
    RECOVERING
  }

  private final Connection connection;
  private final Platform platform;
  private final int timeout;
  private State state = State.UNTRIED;
  private int restartTimer;
  private int deadline;

  /** Of a connection that is not open yet; a timeout of 0 rules recovery out. */
  PathRecovery(Connection connection, Platform platform, int timeout) {
    this.connection = connection;
    this.platform = platform;
    this.timeout = timeout;
  }

  /** Whether a lost path may come back. */
  boolean isPossible() {
    return state != State.UNTRIED && timeout > 0 && connection.isRenegotiable();
  }

  boolean isUnderWay() {
    return state == State.RECOVERING;
  }

  /** There is a path. */
  void connected() {
    boolean recovered = isUnderWay();
    stop();
    state = State.STABLE;
    if (recovered) {
      connection.listener().onReconnected();
    }
  }

  /** There is no path any more; to be called where recovery {@link #isPossible}. */
  void lost() {
    if (!isUnderWay()) {
      state = State.RECOVERING;
      deadline = platform.setTimeout(connection::pathNotFound, timeout);
      restartIn(connection.remoteDescription() == null ? 0 : COURTESY);
      connection.listener().onReconnecting();
    }
  }

  /** The other side has begun a restart, which is this side's, too. */
  void begunByOther() {
    if (isUnderWay()) {
      restartIn(RESTART_INTERVAL);
    }
  }

  /** The other side has left the server, or has come back to it. */
  void setPeerLeft(boolean left) {
    if (isUnderWay()) {
      platform.clearTimeout(deadline);
      deadline =
          platform.setTimeout(
              connection::pathNotFound, left ? Math.min(LEFT_TIMEOUT, timeout) : timeout);
    }
  }

  private void restartIn(int delay) {
    platform.clearTimeout(restartTimer);
    restartTimer = platform.setTimeout(this::restart, delay);
  }

  private void restart() {
    restartIn(RESTART_INTERVAL);
    connection.findPath();
  }

  /** The connection has ended, or has a path. */
  void stop() {
    platform.clearTimeout(restartTimer);
    platform.clearTimeout(deadline);
  }
}
