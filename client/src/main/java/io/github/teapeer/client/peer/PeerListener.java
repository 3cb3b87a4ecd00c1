package io.github.teapeer.client.peer;

/** Is told what happens to a {@link Peer}. */
public interface PeerListener {
  /**
   * The server accepted the peer; called again after every reconnect.
   *
   * @param id the peer's id
   */
  default void onOpen(String id) {}

  /**
   * Another peer opened a data connection; it is not open yet.
   *
   * @param connection the connection
   */
  default void onConnection(DataConnection connection) {}

  /**
   * Another peer calls.
   *
   * @param call the call, to be answered or closed
   */
  default void onCall(MediaConnection call) {}

  /**
   * The connection to the server has ended, whoever ended it. Connections to peers go on.
   *
   * @param id the id that the peer had, or null if it had none
   */
  default void onDisconnected(String id) {}

  /** The peer was destroyed. */
  default void onClose() {}

  /**
   * Something went wrong.
   *
   * @param error what
   */
  default void onError(PeerError error) {}
}
