package io.github.teapeer.client.peer;

import io.github.teapeer.client.signaling.SignalingMessage;

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

  /**
   * Another peer, or the server for it, says something that concerns no connection of the {@link
   * Peer} itself: an application may have connections that negotiate for themselves, and classes of
   * its own for serializations. Called for the OFFER of an unknown connection, for an ANSWER or
   * CANDIDATE of one, and for every LEAVE and EXPIRE. An application that takes an OFFER makes a
   * connection of its own, or calls {@link Peer#accept}.
   *
   * @param message the message; its source is not null, nor is the payload of an OFFER, ANSWER or
   *     CANDIDATE
   * @return whether it was taken: what was not is handled by the peer. Of an EXPIRE, whether a
   *     connection failed for it
   */
  default boolean onMessage(SignalingMessage message) {
    return false;
  }

  /**
   * The server was lost and is tried again, as the {@link ReconnectPolicy} says. Of a peer that was
   * open, {@link #onDisconnected} has told so before. Followed by {@link #onOpen}, by this again,
   * or by an error.
   *
   * @param attempt how many attempts there have been since it was lost, with this one
   * @param delay how long it is to the attempt, in milliseconds
   */
  default void onReconnecting(int attempt, int delay) {}

  /** The peer was destroyed. */
  default void onClose() {}

  /**
   * Something went wrong.
   *
   * @param error what
   */
  default void onError(PeerError error) {}
}
