package io.github.teapeer.signaling.internal.realm;

/** The ways by which messages reach a client. */
public enum Transport {
  /** A WebSocket. */
  SOCKET,
  /** An HTTP stream whose reader takes any number of lines at a time, and OPEN more than once. */
  STREAM,
  /**
   * The first HTTP stream of a PeerJS up to 0.3, which opens a socket beside it. It tells the page
   * of every OPEN, so the two together must get one.
   */
  OLD_STREAM,
  /** A stream by which such a PeerJS goes on after its last one: it has had its OPEN. */
  RENEWED_OLD_STREAM;

  /** Whether it is one of the HTTP streams. */
  public boolean isStream() {
    return this != SOCKET;
  }

  /** Whether it is a stream of a PeerJS up to 0.3. */
  public boolean isOld() {
    return this == OLD_STREAM || this == RENEWED_OLD_STREAM;
  }
}
