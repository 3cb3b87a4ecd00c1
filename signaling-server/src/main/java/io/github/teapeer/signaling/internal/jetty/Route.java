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
  /** Something else below the path. */
  OTHER,
  /** Not below the path. */
  ELSEWHERE
}
