package io.github.teapeer.signaling.internal.jetty;

/** What an address stands for. */
enum Route {
  /** {@code {path}peerjs}: the socket. */
  SOCKET,
  /** {@code {path}{key}/id}: a free id. */
  ID,
  /** {@code {path}{key}/peers}: everybody's ids. */
  PEERS,
  /** {@code {path}}: the server's name. */
  INFO,
  /**
   * {@code {path}{key}/{id}/{token}/…}: where PeerJS 0.3 would send and receive over HTTP. It must
   * be told that this does not exist in an answer that its page may read, or it takes the server
   * for unreachable.
   */
  STREAM,
  /** Something else below the path. */
  OTHER,
  /** Not below the path. */
  ELSEWHERE
}
