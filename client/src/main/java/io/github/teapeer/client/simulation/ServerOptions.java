package io.github.teapeer.client.simulation;

/**
 * How a simulated signalling server behaves.
 *
 * @param key the API key that clients must give
 * @param path the path that it is mounted at, with slashes around it
 * @param allowDiscovery whether it lists its peers to everybody
 * @param opensOnReconnect whether it greets a client that reconnects while the server still holds
 *     its old socket; PeerServer 1.0 does not
 * @param concurrentLimit how many clients it takes
 * @param expireTimeout how long it holds messages for a peer that is not there, in milliseconds
 * @param aliveTimeout how long it keeps a client that sends no heartbeat, in milliseconds
 * @param streaming which HTTP streaming it offers
 * @param credential what it gives for TURN, as SkyWay does, or null for a PeerServer
 */
public record ServerOptions(
    String key,
    String path,
    boolean allowDiscovery,
    boolean opensOnReconnect,
    int concurrentLimit,
    int expireTimeout,
    int aliveTimeout,
    HttpStreaming streaming,
    String credential) {
  /** PeerServer 1.0 as it is by default. */
  public static final ServerOptions DEFAULT =
      new ServerOptions("peerjs", "/", false, false, 5000, 5000, 90_000, HttpStreaming.NONE, null);

  /**
   * The same with another key.
   *
   * @param newKey the API key
   * @return the options
   */
  public ServerOptions withKey(String newKey) {
    return new ServerOptions(
        newKey,
        path,
        allowDiscovery,
        opensOnReconnect,
        concurrentLimit,
        expireTimeout,
        aliveTimeout,
        streaming,
        credential);
  }

  /**
   * The same with another path.
   *
   * @param newPath the path, with slashes around it
   * @return the options
   */
  public ServerOptions withPath(String newPath) {
    return new ServerOptions(
        key,
        newPath,
        allowDiscovery,
        opensOnReconnect,
        concurrentLimit,
        expireTimeout,
        aliveTimeout,
        streaming,
        credential);
  }

  /**
   * The same with discovery allowed or not.
   *
   * @param allowed whether everybody may have the list of peers
   * @return the options
   */
  public ServerOptions withAllowDiscovery(boolean allowed) {
    return new ServerOptions(
        key,
        path,
        allowed,
        opensOnReconnect,
        concurrentLimit,
        expireTimeout,
        aliveTimeout,
        streaming,
        credential);
  }

  /**
   * The same with another way to treat clients that reconnect.
   *
   * @param opens whether they are greeted with OPEN
   * @return the options
   */
  public ServerOptions withOpensOnReconnect(boolean opens) {
    return new ServerOptions(
        key,
        path,
        allowDiscovery,
        opens,
        concurrentLimit,
        expireTimeout,
        aliveTimeout,
        streaming,
        credential);
  }

  /**
   * The same with another limit.
   *
   * @param limit how many clients are taken
   * @return the options
   */
  public ServerOptions withConcurrentLimit(int limit) {
    return new ServerOptions(
        key,
        path,
        allowDiscovery,
        opensOnReconnect,
        limit,
        expireTimeout,
        aliveTimeout,
        streaming,
        credential);
  }

  /**
   * The same with another HTTP streaming.
   *
   * @param offered what it offers
   * @return the options
   */
  public ServerOptions withStreaming(HttpStreaming offered) {
    return new ServerOptions(
        key,
        path,
        allowDiscovery,
        opensOnReconnect,
        concurrentLimit,
        expireTimeout,
        aliveTimeout,
        offered,
        credential);
  }

  /**
   * The same as SkyWay's: it gives ids as JSON with a credential, whichever was asked for, and has
   * a list and a number of its clients.
   *
   * @param given the credential
   * @return the options
   */
  public ServerOptions withSkyWay(String given) {
    return new ServerOptions(
        key,
        path,
        allowDiscovery,
        opensOnReconnect,
        concurrentLimit,
        expireTimeout,
        aliveTimeout,
        streaming,
        given);
  }
}
