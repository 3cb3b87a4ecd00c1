package io.github.teapeer.client.peer;

/** What went wrong. The names are the {@code type} of errors in pages. */
public enum PeerErrorType {
  /** There is no WebRTC here. Fatal. */
  BROWSER_INCOMPATIBLE("browser-incompatible"),
  /** The peer has been disconnected from the server and can make no new connections. */
  DISCONNECTED("disconnected"),
  /** The id that was asked for holds illegal characters. Fatal. */
  INVALID_ID("invalid-id"),
  /** The API key holds illegal characters, or the server does not know it. Fatal. */
  INVALID_KEY("invalid-key"),
  /** The connection to the server was lost or could not be made. */
  NETWORK("network"),
  /** The peer that was dialled is not there. */
  PEER_UNAVAILABLE("peer-unavailable"),
  /** A secure page may not use a server without TLS. Fatal. */
  SSL_UNAVAILABLE("ssl-unavailable"),
  /** The server cannot be reached, or refuses to serve. Fatal. */
  SERVER_ERROR("server-error"),
  /** The platform refused to open a socket. Fatal. */
  SOCKET_ERROR("socket-error"),
  /** The server closed the socket instead of welcoming the peer. Fatal. */
  SOCKET_CLOSED("socket-closed"),
  /** The id is taken. Fatal unless the peer has been open before. */
  UNAVAILABLE_ID("unavailable-id"),
  /** An error of the platform's WebRTC. */
  WEBRTC("webrtc"),
  /** On a connection: no way to the other peer was found, or it was lost. */
  NEGOTIATION_FAILED("negotiation-failed"),
  /** On a connection: the platform closed it; of something sent: the connection ended before. */
  CONNECTION_CLOSED("connection-closed"),
  /** The signal that a connection was made with, or a value sent with, was aborted in time. */
  ABORTED("aborted"),
  /** On a connection: it was not open in the time that it was given. */
  TIMEOUT("timeout"),
  /** On a connection: it was not open when something was sent or changed. */
  NOT_OPEN_YET("not-open-yet"),
  /** On a data connection: a message is larger than the other side takes; it was not sent. */
  MESSAGE_TOO_BIG("message-too-big"),
  /** On a data connection: a value cannot be serialized, or what arrived is no use. */
  BAD_DATA("bad-data");

  private final String wireName;

  PeerErrorType(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The name in pages.
   *
   * @return the {@code type} of the error
   */
  public String wireName() {
    return wireName;
  }
}
