package io.github.teapeer.selenium.server;

import io.github.teapeer.signaling.SignalingServer;
import io.github.teapeer.signaling.SignalingServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** This project's server, in the JVM of the tests. */
record EmbeddedPeerServer(SignalingServer server) implements PeerServer {
  /** How long messages wait for a peer that is not there; five seconds by default. */
  private static final Duration EXPIRE_TIMEOUT = Duration.ofSeconds(1);

  static EmbeddedPeerServer start(int port) {
    SignalingServerOptions options =
        SignalingServerOptions.builder()
            .host("localhost")
            .port(port)
            .allowDiscovery(true)
            .expireTimeout(EXPIRE_TIMEOUT)
            .build();
    try {
      return new EmbeddedPeerServer(SignalingServer.start(options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
