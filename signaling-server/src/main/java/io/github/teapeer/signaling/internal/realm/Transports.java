package io.github.teapeer.signaling.internal.realm;

import io.github.teapeer.signaling.Departure;

/**
 * The connections of one client: the one in use, and a socket beside it that is yet to prove that
 * it works.
 *
 * <pre>
 *   a new connection of the same kind     takes the place of the old one
 *   a socket beside a stream, or          the stream is in use; the socket waits until something has
 *   a stream beside a socket              been heard over it, and then takes the stream's place
 * </pre>
 *
 * <p>A client opens a socket beside its stream without knowing whether anything can pass there:
 * proxies let the handshake through and swallow the rest. Until the client has been heard over the
 * socket, what is sent to it goes by the stream.
 *
 * <p>Changed under the realm's lock; which connection is in use, and which waits, is read by any
 * thread.
 */
final class Transports {
  /**
   * How long a socket that came before its PeerJS 0.3's stream may take to show that its OPEN has
   * arrived, before the stream gets one too.
   */
  static final long OPEN_AFTER_MILLIS = 1_500;

  private static final long NEVER = Long.MAX_VALUE;

  private volatile Connection current;

  /** The socket that waits; null if there is none. */
  private volatile Connection candidate;

  private long openDue = NEVER;

  Transports(Connection first) {
    current = first;
  }

  /** The connection in use: that by which the client is sent messages. */
  Connection current() {
    return current;
  }

  boolean isWaiting(Connection connection) {
    return candidate == connection;
  }

  /**
   * Takes in another connection of the client, and greets it.
   *
   * @return whether the client has come back: a socket instead of a socket. A stream is renewed
   *     every few seconds, and a client may go from the one to the other at any time
   */
  boolean add(Connection added, long now) {
    boolean streaming = current.transport().isStream();
    boolean returned = false;
    if (added.transport() == Transport.SOCKET && streaming) {
      if (!current.transport().isOld() || openDue != NEVER) {
        added.send(ServerMessages.OPEN);
      }
      openDue = NEVER;
      await(added);
    } else if (added.transport() == Transport.SOCKET || streaming) {
      if (added.transport() != Transport.RENEWED_OLD_STREAM) {
        added.send(ServerMessages.OPEN);
        openDue = NEVER;
      }
      returned = !streaming;
      switchTo(added);
    } else {
      if (added.transport() == Transport.STREAM) {
        added.send(ServerMessages.OPEN);
      } else if (added.transport() == Transport.OLD_STREAM) {
        openDue = now + OPEN_AFTER_MILLIS;
      }
      Connection socket = current;
      current = added;
      await(socket);
    }
    return returned;
  }

  private void await(Connection socket) {
    Connection earlier = candidate;
    candidate = socket;
    if (earlier != null) {
      earlier.close();
    }
    socket.probe();
  }

  private void switchTo(Connection next) {
    Connection old = current;
    if (old.transport().isStream()) {
      // First, so that what it has not written yet comes before what the next one is given.
      old.handOver(next);
      current = next;
    } else {
      current = next;
      old.handOver(next);
    }
  }

  /** Takes note that the socket that waits works. */
  void promote() {
    Connection proven = candidate;
    if (proven != null) {
      candidate = null;
      openDue = NEVER;
      switchTo(proven);
    }
  }

  /**
   * Takes note that a connection has ended.
   *
   * @return whether the client has none any more
   */
  boolean remove(Connection ended, Departure why) {
    if (ended == candidate) {
      candidate = null;
      return false;
    }
    if (ended != current) {
      return false;
    }
    if (candidate == null || why != Departure.LOST) {
      return true;
    }
    current = candidate;
    candidate = null;
    openDue = NEVER;
    return false;
  }

  /** Sends the OPEN that has been put off, if it is due. */
  void sweep(long now) {
    if (now >= openDue) {
      openDue = NEVER;
      current.send(ServerMessages.OPEN);
    }
  }

  /** Closes all connections. */
  void close() {
    current.close();
    closeBeside(current);
  }

  /** Closes the socket that waits, if there is one and it is not the one given. */
  void closeBeside(Connection ended) {
    Connection waiting = candidate;
    if (waiting != null && waiting != ended) {
      waiting.close();
    }
  }
}
