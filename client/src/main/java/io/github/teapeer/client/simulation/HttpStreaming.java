package io.github.teapeer.client.simulation;

/** Which HTTP streaming a simulated signalling server offers. */
public enum HttpStreaming {
  /** None, as PeerServer 1.0: it answers 404. */
  NONE,
  /**
   * That of PeerServer 0.2: a socket of the client is used as soon as it is there, and not greeted;
   * a stream that is replaced is left open.
   */
  LEGACY,
  /**
   * That of TeaPeer's server: every line is greeted, a line that is replaced is ended, and a socket
   * beside a stream is used when the client has been heard over it.
   */
  TEAPEER
}
