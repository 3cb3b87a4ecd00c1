package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.internal.realm.Credentials;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that PeerJS 0.3, which asks for a stream and a socket at the same time, is told once
 * if it gets neither: it reports to its page whatever it is told. Its socket tells it. Only if
 * there is no socket soon does its stream. Safe for use by several threads.
 */
final class Refusals {
  /** How long a stream waits for the socket, and how long a socket is remembered. */
  private static final long MILLIS = 2_000;

  /** How many may wait or be remembered. */
  private static final int LIMIT = 10_000;

  private final ScheduledExecutorService timer;
  private final Map<Credentials, ClientStream> streams = new HashMap<>();
  private final Map<Credentials, Integer> sockets = new HashMap<>();

  Refusals(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /** A stream was refused, and has been given the reason. It is started when it is its turn. */
  void refused(Credentials credentials, ClientStream stream) {
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
      later(() -> tell(credentials, stream));
    } else {
      stream.start();
    }
  }

  private void tell(Credentials credentials, ClientStream stream) {
    synchronized (this) {
      streams.remove(credentials, stream);
    }
    stream.start();
  }

  /** A socket was refused, and has been told. */
  void refused(Credentials credentials) {
    ClientStream stream;
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
      later(() -> forget(credentials));
    }
  }

  private void later(Runnable task) {
    Future<?> unused = timer.schedule(task, MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void forget(Credentials credentials) {
    sockets.computeIfPresent(credentials, (key, count) -> count == 1 ? null : count - 1);
  }
}
