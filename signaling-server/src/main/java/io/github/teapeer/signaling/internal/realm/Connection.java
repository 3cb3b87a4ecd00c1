package io.github.teapeer.signaling.internal.realm;

/**
 * One way to reach a client: a WebSocket, or whatever else carries messages. The realm knows no
 * more of the network than this.
 *
 * <p>States: <em>open</em>, then <em>closed</em>, for good. Every method may be called in both,
 * from any thread, and none of them blocks or throws. A closed connection ignores what it is asked
 * to send. However a connection ends, its owner tells the realm with {@link Realm#disconnected}.
 */
public interface Connection {
  /** What kind it is. The same at all times. */
  default Transport transport() {
    return Transport.SOCKET;
  }

  /**
   * Sends a message after those sent before.
   *
   * @param message JSON text
   * @param whenRoom run exactly once: at once while little is waiting to be written, otherwise as
   *     soon as that has changed or the connection is closed. A sender is not read from before,
   *     which is how a slow receiver slows down those who talk to it instead of filling the memory
   */
  void send(String message, Runnable whenRoom);

  /**
   * Sends a message after those sent before, or says that it has not: a client may close its
   * connection at the same moment, and come back by another one.
   *
   * @param message JSON text
   * @param whenRoom as of {@link #send(String, Runnable)}
   * @param unwritten run at most once, where nothing of the message can have reached the client,
   *     which has closed the connection itself
   */
  default void send(String message, Runnable whenRoom, Runnable unwritten) {
    send(message, whenRoom);
  }

  /**
   * Sends a message of the server's own.
   *
   * @param message JSON text
   */
  default void send(String message) {
    send(message, () -> {});
  }

  /**
   * Asks the client for a sign of life that comes over this connection, if there is a way to ask:
   * {@link Realm#heard} tells of the answer.
   */
  default void probe() {}

  /**
   * Whether somebody has been waiting too long for this connection to take what was sent.
   *
   * @param now the realm's time in milliseconds
   */
  default boolean isStalled(long now) {
    return false;
  }

  /** Closes the connection after what has been sent, giving the client a few seconds to take it. */
  void close();

  /**
   * Closes the connection because the client has another one now. What has not begun to be written
   * may be sent by that one instead, before anything else is, as may what is still given to this
   * one.
   *
   * @param successor what the client has instead
   */
  default void handOver(Connection successor) {
    close();
  }

  /** Ends the connection now, whatever is still unsent. */
  void abort();
}
