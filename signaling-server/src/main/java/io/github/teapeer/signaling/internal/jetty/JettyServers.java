package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.SignalingServerOptions;
import io.github.teapeer.signaling.TlsIdentity;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Makes the Jetty server around the handler, for those who have none. */
public final class JettyServers {
  /**
   * When a server starts again all clients come back at once. Those that find no place try again a
   * second later, and then after three.
   */
  private static final int ACCEPT_QUEUE = 4096;

  private JettyServers() {}

  /** A server with one connector, not started. */
  public static Server create(SignalingServerOptions options) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("signaling");
    Server server = new Server(threads);
    ServerConnector connector = connector(server, options);
    connector.setPort(options.port());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    options.host().ifPresent(connector::setHost);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(maxConnections(options), server));
    RequestTimeouts timeouts =
        new RequestTimeouts(
            new SignalingHandler(options), connector, options.limits().requestTimeout());
    connector.addBean(timeouts, false); // the server starts it
    server.setHandler(timeouts);
    ErrorHandler errors = new ErrorHandler();
    errors.setShowStacks(false);
    errors.setShowCauses(false);
    server.setErrorHandler(errors);
    return server;
  }

  /**
   * Room for every client to reconnect before its old socket or stream is given up, and to post
   * beside it. What does not get a place waits in the operating system's queue, and takes up no
   * memory here.
   */
  private static int maxConnections(SignalingServerOptions options) {
    long keys = 1L + options.registeredKeys().size();
    return (int) Math.min(4L * options.concurrentLimit() * keys + 1000, Integer.MAX_VALUE);
  }

  private static ServerConnector connector(Server server, SignalingServerOptions options) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    // A message becomes text out of the very buffer it was read into: see MessageAssembler.
    configuration.setUseInputDirectByteBuffers(false);
    if (options.proxied()) {
      configuration.addCustomizer(new ForwardedRequestCustomizer());
    }
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    if (options.tls().isEmpty()) {
      return new SignalingConnector(server, http);
    }
    // Certificates for development rarely name the host they are used on, and browsers check that
    // anyway.
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    return new SignalingConnector(
        server, new SslConnectionFactory(context(options.tls().get()), http.getProtocol()), http);
  }

  private static SslContextFactory.Server context(TlsIdentity identity) {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(identity.keyStore());
    context.setKeyStorePassword(identity.password());
    return context;
  }

  /**
   * Starts it, or leaves nothing running.
   *
   * @throws IOException if it cannot listen
   */
  public static void start(Server server, SignalingServerOptions options) throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      stop(server);
      String where = options.host().map(host -> host + ", ").orElse("") + "port " + options.port();
      throw new IOException("Cannot listen at " + where + ": " + reason(e), e);
    } catch (Exception e) {
      stop(server);
      throw new IllegalStateException("The signalling server did not start: " + reason(e), e);
    }
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof UnresolvedAddressException
        ? "there is no such host"
        : cause.getMessage();
  }

  /** Stops it. */
  public static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(
          "The signalling server did not stop cleanly: " + e.getMessage(), e);
    }
  }
}
