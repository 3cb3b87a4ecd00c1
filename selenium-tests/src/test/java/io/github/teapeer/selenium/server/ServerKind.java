package io.github.teapeer.selenium.server;

/** The signalling servers that the tests run against. */
public enum ServerKind {
  /** This project's {@code SignalingServer}, embedded in the JVM of the tests. */
  OURS("our server"),

  /** The server of the npm package {@code peer}, version 1.0.2. */
  NPM_PEER_1_0_2("npm peer 1.0.2"),

  /** Version 0.6.1, the last before 1.0. */
  NPM_PEER_0_6_1("npm peer 0.6.1"),

  /** Version 0.2.8, the last of its first authors. */
  NPM_PEER_0_2_8("npm peer 0.2.8");

  private final String displayName;

  ServerKind(String displayName) {
    this.displayName = displayName;
  }

  /** Starts a server of this kind on a free port, and returns when it listens. */
  public PeerServer start() {
    return startAt(0);
  }

  /** Starts a server of this kind on a port, or where that is 0 on a free one. */
  public PeerServer startAt(int port) {
    return switch (this) {
      case OURS -> EmbeddedPeerServer.start(port);
      case NPM_PEER_1_0_2 -> NpmPeerServer.start("peer", port);
      case NPM_PEER_0_6_1 -> NpmPeerServer.start("peer-0.6.1", port);
      case NPM_PEER_0_2_8 -> NpmPeerServer.start("peer-0.2.8", port);
    };
  }

  @Override
  public String toString() {
    return displayName;
  }
}
