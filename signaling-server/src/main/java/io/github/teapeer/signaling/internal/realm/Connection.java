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
   * Sends a message of the server's own.
   *
   * @param message JSON text
   */
  default void send(String message) {
    send(message, () -> {});
  }

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

  /** Ends the connection now, whatever is still unsent. */
  void abort();
}
