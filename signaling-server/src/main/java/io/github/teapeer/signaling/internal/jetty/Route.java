package io.github.teapeer.signaling.internal.jetty;

/** What an address stands for. */
enum Route {
  /** {@code {path}peerjs}: the socket. */
  SOCKET,
  /** {@code {path}{key}/id}: a free id. */
  ID,
  /** {@code {path}{key}/peers}: everybody's ids. */
  PEERS,
  /** {@code /active/list/{key}}: the same on SkyWay. */
  ACTIVE_LIST,
  /** {@code /active/count/{key}}: how many they are. */
  ACTIVE_COUNT,
  /** {@code {path}}: the server's name. */
  INFO,
  /** {@code {path}{key}/{id}/{token}/id}: a stream of messages for a client without a socket. */
  STREAM,
  /** {@code {path}{key}/{id}/{token}/{type}}: where such a client posts its own. */
  POST,
  /** Something else below the path. */
  OTHER,
  /** Not below the path. */
  ELSEWHERE
}
