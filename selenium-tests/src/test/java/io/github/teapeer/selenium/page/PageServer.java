package io.github.teapeer.selenium.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.teapeer.selenium.machine.ModuleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the test pages, by default on {@code localhost}, once under a folder for each library, so
 * that the same page's {@code <script src="peer.min.js">} loads that library. Everything comes with
 * a Content Security Policy that allows neither inline scripts nor eval. Listening from
 * construction until {@link #close()}.
 */
public final class PageServer implements AutoCloseable {
  /**
   * Strict, and open only to what a page of the tests does: scripts of its own, and signalling at
   * the host that it comes from.
   */
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          // The icon that browsers ask every site for.
          "img-src 'self'",
          "connect-src http://%1$s:* ws://%1$s:*",
          "base-uri 'none'",
          "form-action 'none'",
          "require-trusted-types-for 'script'");

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NO_BODY = -1;

  private final String host;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Starts listening on a free port of the loopback address. */
  public PageServer() {
    this("localhost");
  }

  /**
   * Starts listening on a free port.
   *
   * @param host the name or address of this machine that the pages' addresses have
   */
  public PageServer(String host) {
    this.host = host;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    for (Library library : Library.values()) {
      server.createContext("/" + library.folder() + "/", exchange -> answer(library, exchange));
    }
    server.start();
  }

  /** The address of a page, with the library beside it. */
  public URI address(Library library, String page) {
    return origin().resolve("/%s/%s".formatted(library.folder(), page));
  }

  /** The origin of all pages. */
  public URI origin() {
    return URI.create("http://%s:%d".formatted(host, server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void answer(Library library, HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = exchange.getHttpContext().getPath();
      name = exchange.getRequestURI().getPath().substring(name.length());
      Optional<byte[]> content = content(library, name);
      if (content.isEmpty()) {
        exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", type(name));
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY.formatted(host));
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(OK, content.get().length);
      exchange.getResponseBody().write(content.get());
    }
  }

  private static Optional<byte[]> content(Library library, String name) throws IOException {
    if (name.equals("peer.min.js")) {
      return Optional.of(library.script());
    }
    if (name.endsWith(".mjs")) {
      return module(name);
    }
    if (!name.matches("[a-z-]+\\.(html|js)")) {
      return Optional.empty();
    }
    try (InputStream file = PageServer.class.getResourceAsStream("/pages/" + name)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    }
  }

  /** The modules that pages import, whatever their library. */
  private static Optional<byte[]> module(String name) throws IOException {
    return switch (name) {
      case "peer.mjs", "peer.min.mjs", "serializer.msgpack.mjs" ->
          Optional.of(Library.shipped(name));
      case "peerjs.serializer.msgpack.mjs" ->
          Optional.of(Files.readAllBytes(ModuleFiles.npm("peerjs/dist/serializer.msgpack.mjs")));
      default -> Optional.empty();
    };
  }

  private static String type(String name) {
    return name.endsWith(".html") ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8";
  }
}
