package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.Alarm;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import org.teavm.jso.JSObject;

/** Fails a connection that is not open in time, or whose signal is aborted before it is. */
final class DialGuard {
  private final Connection connection;
  private final AbortSignal signal;
  private final EventHandler<Event> onAbort = event -> aborted();
  private final Alarm alarm;

  DialGuard(Connection connection, Platform platform, DialLimits limits) {
    this.connection = connection;
    signal = limits.getSignal();
    alarm = new Alarm(platform);
    if (limits.getTimeout() > 0) {
      alarm.set(
          () ->
              connection.failed(
                  error(
                      PeerErrorType.TIMEOUT,
                      " was not open in time" + connection.whyNotOpen(),
                      null)),
          limits.getTimeout());
    }
    if (signal != null) {
      signal.addEventListener("abort", onAbort);
    }
  }

  /** Whether the signal was aborted before anything was begun. */
  boolean isAborted() {
    return signal != null && signal.isAborted();
  }

  /** The signal was aborted before anything was begun: the connection fails next. */
  void abort() {
    alarm.set(this::aborted, 0);
  }

  /** The connection is open or has ended. */
  void stop() {
    alarm.clear();
    if (signal != null) {
      signal.removeEventListener("abort", onAbort);
    }
  }

  private void aborted() {
    // The application knows: it is not told at the peer.
    connection.fail(error(PeerErrorType.ABORTED, " was aborted", signal.getReason()));
  }

  private PeerError error(PeerErrorType type, String what, JSObject cause) {
    return new PeerError(type, "The connection to " + connection.peer() + what, cause);
  }
}
