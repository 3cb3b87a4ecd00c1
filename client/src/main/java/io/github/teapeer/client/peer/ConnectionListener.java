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
   * The state of the ICE transports changed.
   *
   * @param state an RTCIceConnectionState
   */
  default void onIceStateChanged(String state) {}
}
