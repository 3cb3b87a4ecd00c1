package io.github.teapeer.client.signaling;

/** How messages come to the signalling server and from it. */
public enum Transport {
  /** By WebSocket; by HTTP streaming where and while that does not work. */
  AUTO,
  /** By WebSocket alone. */
  WEBSOCKET,
  /** By HTTP streaming alone, which PeerServer 1.0 does not offer. */
  HTTP;

  /**
   * The transport that a page's option names.
   *
   * @param name {@code websocket} or {@code http}; anything else, and null, is {@link #AUTO}
   * @return the transport
   */
  public static Transport of(String name) {
    if ("websocket".equals(name)) {
      return WEBSOCKET;
    }
    return "http".equals(name) ? HTTP : AUTO;
  }
}
