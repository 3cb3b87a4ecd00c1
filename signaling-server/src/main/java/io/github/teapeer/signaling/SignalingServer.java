package io.github.teapeer.signaling;

import io.github.teapeer.signaling.internal.jetty.JettyServers;
import io.github.teapeer.signaling.internal.jetty.SignalingHandler;
import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A running signalling server: what {@code new Peer(id, {host, port, path})} connects to.
 *
 * <pre>{@code
 * try (SignalingServer server = SignalingServer.start(SignalingServerOptions.builder().port(9000).build())) {
 *   System.out.println("Give pages this address: " + server.url());
 *   …
 * }
 * }</pre>
 *
 * <p>It runs from {@link #start} until {@link #close}, in threads of its own.
 */
public final class SignalingServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;
  private final SignalingServerOptions options;

  private SignalingServer(
      Server server, ServerConnector connector, SignalingServerOptions options) {
    this.server = server;
    this.connector = connector;
    this.options = options;
  }

  /**
   * Starts a server.
   *
   * @return the server, which accepts clients by now
   * @throws IOException if it cannot listen at the host and port; the message names them
   */
  public static SignalingServer start(SignalingServerOptions options) throws IOException {
    Server server = JettyServers.create(options);
    JettyServers.start(server, options);
    return new SignalingServer(server, (ServerConnector) server.getConnectors()[0], options);
  }

  /**
   * The same as part of a Jetty server of your own: a handler that answers the signalling addresses
   * and leaves everything else to the handler it wraps ({@link Handler.Wrapper#setHandler}), or to
   * the next in a {@link Handler.Sequence}. It starts and stops with your server. The options'
   * host, port, TLS and {@code proxied} are your server's business then, and not looked at.
   */
  public static Handler.Wrapper handler(SignalingServerOptions options) {
    return new SignalingHandler(options);
  }

  /** The port it listens at. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Its address, such as {@code http://localhost:9000/}: scheme, host, port and path. */
  public String url() {
    String scheme = options.tls().isPresent() ? "https" : "http";
    String host = options.host().orElse("localhost");
    String inUrl = host.contains(":") ? "[" + host + "]" : host;
    return scheme + "://" + inUrl + ":" + port() + options.path();
  }

  /** Waits until the server is closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  /**
   * Disconnects all clients and frees the port. Nobody gets a LEAVE for it. Without effect the
   * second time.
   */
  @Override
  public void close() {
    JettyServers.stop(server);
  }
}
