package io.github.teapeer.signaling;

/**
 * Hears what happens on a signalling server, for logs, statistics and rooms of your own. The
 * methods correspond to the events {@code connection}, {@code disconnect}, {@code message} and
 * {@code error} of PeerServer.
 *
 * <p>They run on the server's threads, several at a time: return quickly and do not block. What
 * they throw is logged and otherwise ignored.
 */
public interface SignalingListener {
  /** Listens to nothing. */
  SignalingListener NONE = new SignalingListener() {};

  /**
   * A client has got its OPEN.
   *
   * @param id the client's id, as it gave it: any text within the server's limits
   * @param reconnected whether the server still knew it, and it came back with the token it had
   */
  default void connected(String id, boolean reconnected) {}

  /**
   * A client is gone. Not called when a reconnecting client replaces its socket.
   *
   * @param id the client's id
   * @param why what ended it
   */
  default void disconnected(String id, Departure why) {}

  /**
   * A client sent a message that the server passes on, or holds until its receiver comes.
   *
   * @param message the message
   */
  default void message(RelayedMessage message) {}

  /**
   * A client sent what is no message, and was ignored.
   *
   * @param problem a sentence saying what was wrong
   * @param cause the exception behind it
   */
  default void error(String problem, Throwable cause) {}
}
