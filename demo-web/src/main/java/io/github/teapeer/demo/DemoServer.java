package io.github.teapeer.demo;

import io.github.teapeer.signaling.SignalingServer;
import io.github.teapeer.signaling.SignalingServerOptions;
import java.io.IOException;
import java.net.URI;

/**
 * The running demo: its pages at {@code /}, the client's files such as {@code /peer.min.js} beside
 * them, and a signalling server at {@value #SIGNALING_PATH}, all on one port.
 *
 * <p>It runs from {@link #start} until {@link #close}, in threads of its own.
 */
public final class DemoServer implements AutoCloseable {
  /** The {@code path} that pages give to {@code new Peer}. */
  public static final String SIGNALING_PATH = "/signaling";

  private final SignalingServer server;

  private DemoServer(SignalingServer server) {
    this.server = server;
  }

  /**
   * Starts the demo.
   *
   * @param host the address or host name to listen at; {@code 0.0.0.0} for all of the machine's
   * @param port the port to listen at, 0 to 65535; 0 takes any free one
   * @return the demo, which can be visited by now
   * @throws IOException if it cannot listen there; the message names host and port
   * @throws IllegalArgumentException if host or port cannot be any
   */
  public static DemoServer start(String host, int port) throws IOException {
    SignalingServerOptions options =
        SignalingServerOptions.builder()
            .host(host)
            .port(port)
            .path(SIGNALING_PATH)
            .generateClientId(new ShortIds())
            .staticHandler(DemoPages.handler())
            .build();
    return new DemoServer(SignalingServer.start(options));
  }

  /** The port it listens at. */
  public int port() {
    return server.port();
  }

  /** The address of its first page, such as {@code http://localhost:9000/}. */
  public URI url() {
    return URI.create(server.url()).resolve("/");
  }

  /** Waits until the demo is closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Disconnects all pages and frees the port. Without effect the second time. */
  @Override
  public void close() {
    server.close();
  }
}
