package io.github.teapeer.selenium.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Serves the page of the benchmark and what it loads. Listening until {@link #close()}. */
final class BenchmarkServer implements AutoCloseable {
  private static final byte[] PAGE =
      "<!doctype html><title>Benchmark</title><body><script src=benchmark.js></script>"
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;

  BenchmarkServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/", "text/html; charset=utf-8", PAGE);
    serve("/benchmark.js", "text/javascript; charset=utf-8", script());
    for (Contestant contestant : Contestant.values()) {
      contestant
          .library()
          .ifPresent(
              library ->
                  serve(
                      "/" + contestant.key() + ".js",
                      "text/javascript; charset=utf-8",
                      library.script()));
    }
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static byte[] script() throws IOException {
    try (InputStream file = BenchmarkServer.class.getResourceAsStream("/benchmark/benchmark.js")) {
      return file.readAllBytes();
    }
  }

  private void serve(String path, String type, byte[] content) {
    server.createContext(path, exchange -> answer(exchange, type, content));
  }

  private static void answer(HttpExchange exchange, String type, byte[] content)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }
}
