package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.internal.realm.Credentials;
import java.util.HashMap;
import java.util.Map;

/**
 * Sees to it that PeerJS 0.3, which asks for a stream and a socket at the same time, is told once
 * if it gets neither: it reports to its page whatever it is told. Its socket tells it. Only if
 * there is no socket soon does its stream. Safe for use by several threads.
 */
final class Refusals {
  /** A stream that was given the reason, and writes nothing yet. */
  interface Stream {
    /** Lets it write. */
    void start();

    /** Closes it without the reason. */
    void closeSilently();
  }

  /** Runs things later. */
  interface Timer {
    /** Runs something after so many milliseconds. */
    void after(long millis, Runnable task);
  }

  /** How long a stream waits for the socket. */
  static final long STREAM_MILLIS = 2_000;

  /** How long a socket is remembered. */
  static final long SOCKET_MILLIS = 10_000;

  /** How many may wait or be remembered. */
  private static final int LIMIT = 10_000;

  private final Timer timer;
  private final Map<Credentials, Stream> streams = new HashMap<>();
  private final Map<Credentials, Integer> sockets = new HashMap<>();

  Refusals(Timer timer) {
    this.timer = timer;
  }

  /** A stream was refused, and has been given the reason. It is started when it is its turn. */
  void refused(Credentials credentials, Stream stream) {
    boolean waits = false;
    boolean silent;
    synchronized (this) {
      silent = sockets.containsKey(credentials);
      if (!silent && streams.size() < LIMIT) {
        waits = streams.putIfAbsent(credentials, stream) == null;
      }
    }
    if (silent) {
      stream.closeSilently();
    }
    if (waits) {
      timer.after(STREAM_MILLIS, () -> tell(credentials, stream));
    } else {
      stream.start();
    }
  }

  private void tell(Credentials credentials, Stream stream) {
    synchronized (this) {
      streams.remove(credentials, stream);
    }
    stream.start();
  }

  /** A socket was refused, and has been told. */
  void refused(Credentials credentials) {
    Stream stream;
    boolean remembered = false;
    synchronized (this) {
      stream = streams.remove(credentials);
      if (sockets.size() < LIMIT) {
        sockets.merge(credentials, 1, Integer::sum);
        remembered = true;
      }
    }
    if (stream != null) {
      stream.closeSilently();
      stream.start();
    }
    if (remembered) {
      timer.after(SOCKET_MILLIS, () -> forget(credentials));
    }
  }

  private synchronized void forget(Credentials credentials) {
    sockets.computeIfPresent(credentials, (key, count) -> count == 1 ? null : count - 1);
  }
}
