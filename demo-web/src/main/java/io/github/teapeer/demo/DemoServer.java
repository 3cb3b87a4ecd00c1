package io.github.teapeer.demo;

import io.github.teapeer.signaling.SignalingServer;
import io.github.teapeer.signaling.SignalingServerOptions;
import java.io.IOException;
import java.net.URI;

/**
 * The running demo: its pages at {@code /}, the client's files such as {@code /peer.min.js} beside
 * them, and a signalling server, all on one port. The server's path is {@code /}, as {@code new
 * Peer} expects, so that other pages can use it too; its addresses, {@code /peerjs} and {@code
 * /<key>/…}, are none of the pages'.
 *
 * <p>It runs from {@link #start} until {@link #close}, in threads of its own.
 */
public final class DemoServer implements AutoCloseable {
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
    return URI.create(server.url());
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
