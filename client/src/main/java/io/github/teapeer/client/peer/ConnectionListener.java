package io.github.teapeer.client.peer;

/** Is told what happens to any connection. */
public interface ConnectionListener {
  /** The connection has ended, whoever ended it; called once, and nothing is called afterwards. */
  default void onClose() {}

  /**
   * Something went wrong.
   *
   * @param error what
   */
  default void onError(PeerError error) {}

  /**
   * The path to the other peer was lost, and another one is looked for; what is sent waits.
   * Followed by {@link #onReconnected}, or by an error and {@link #onClose}. Not called where the
   * other peer runs PeerJS, which takes no part in it.
   */
  default void onReconnecting() {}

  /** There is a path again; nothing was lost. */
  default void onReconnected() {}

  /**
   * The state of the ICE transports changed.
   *
   * @param state an RTCIceConnectionState
   */
  default void onIceStateChanged(String state) {}
}
