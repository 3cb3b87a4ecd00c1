package io.github.teapeer.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Serves the pages of a test in folders, and takes what they report. */
final class PageHost implements AutoCloseable {
  private static final int DEADLINE_SECONDS = 120;
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html", "js", "text/javascript", "mjs", "text/javascript");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<JsonNode> reports = new LinkedBlockingQueue<>();

  PageHost() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/report", this::take);
    server.start();
  }

  /** Serves a folder under a path that starts and ends with a slash. */
  PageHost serve(String path, Path folder) {
    server.createContext(path, exchange -> send(exchange, folder, path));
    return this;
  }

  /** The address of a path. */
  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /**
   * What a page reports next.
   *
   * @throws AssertionError when nothing comes
   */
  JsonNode report() throws InterruptedException {
    JsonNode report = reports.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (report == null) {
      throw new AssertionError("The page reported nothing within " + DEADLINE_SECONDS + " s");
    }
    return report;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      reports.add(new ObjectMapper().readTree(exchange.getRequestBody()));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static void send(HttpExchange exchange, Path folder, String path) throws IOException {
    try (exchange) {
      Path file = folder.resolve(exchange.getRequestURI().getPath().substring(path.length()));
      if (!file.normalize().startsWith(folder) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String name = file.getFileName().toString();
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      exchange.getResponseHeaders().set("Content-Type", type == null ? "text/plain" : type);
      // For elements with the attribute crossorigin.
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      byte[] content = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
