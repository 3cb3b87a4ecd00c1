package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A client made of nothing but an HTTP stream and posts, which remembers the lines that it got
 * until the test asks for them.
 */
final class TestStream implements AutoCloseable {
  static final String PADDING = "0".repeat(2048);

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private final String base;
  private final HttpResponse<InputStream> response;

  private TestStream(String base, HttpResponse<InputStream> response) {
    this.base = base;
    this.response = response;
    Thread reader = new Thread(this::read, "stream reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Asks for a stream, whatever comes of it. */
  static TestStream open(
      SignalingServer server, String id, String token, String query, String... headers) {
    String base = server.url() + "peerjs/" + id + "/" + token + "/";
    return new TestStream(base, ask(base + "id" + query, headers));
  }

  /** Joins as a client that reads all lines at once, and waits for the OPEN. */
  static TestStream join(SignalingServer server, String id) {
    return open(server, id, "T", "?i=0&teapeer=1").expect(PADDING, TestSocket.OPEN);
  }

  /** The same as PeerJS 0.3 does it. */
  static TestStream joinOld(SignalingServer server, String id) {
    return open(server, id, "T", "?i=0").expect(PADDING, TestSocket.OPEN);
  }

  private static HttpResponse<InputStream> ask(String url, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return TestSocket.HTTP
          .sendAsync(request.build(), BodyHandlers.ofInputStream())
          .get(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("no answer from " + url, e);
    }
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
      end.complete("complete");
    } catch (IOException e) {
      end.complete("broken");
    }
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return String.join(" | ", response.headers().allValues(name));
  }

  /** Waits for lines, which must be these; spaces at their end do not matter. */
  TestStream expect(String... expected) {
    for (String line : expected) {
      assertThat(next()).isEqualTo(line);
    }
    return this;
  }

  /** Waits for the next line. */
  String next() {
    try {
      String line = lines.poll(TestSocket.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(line).as("a line within %s", TestSocket.PATIENCE).isNotNull();
      return line.stripTrailing();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits for an offer without a payload. */
  TestStream expectOffer(String src, String dst) {
    return expect("{\"type\":\"OFFER\",\"src\":\"" + src + "\",\"dst\":\"" + dst + "\"}");
  }

  /** Waits until the server has ended the stream properly, and takes what has come. */
  List<String> drainToEnd() {
    assertThat(end.orTimeout(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
        .isEqualTo("complete");
    List<String> drained = new ArrayList<>();
    lines.drainTo(drained);
    return drained;
  }

  /** Waits until the server has ended the stream, and checks that nothing else has come. */
  void expectEnd() {
    assertThat(end.orTimeout(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
        .isEqualTo("complete");
    assertThat(lines).isEmpty();
  }

  /** Checks that nothing has come that was not asked for, nor comes before a post's answer does. */
  void assertExhausted() {
    assertThat(post("heartbeat", "").statusCode()).isEqualTo(200);
    assertThat(lines).isEmpty();
  }

  /** Posts a message, and returns the answer. */
  HttpResponse<String> post(String verb, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + verb)).POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return TestSocket.HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Posts an offer without a payload, which must be taken. */
  TestStream offer(String dst) {
    assertThat(post("offer", "{\"type\":\"OFFER\",\"dst\":\"" + dst + "\"}").statusCode())
        .isEqualTo(200);
    return this;
  }

  /** Hangs up, as a page does that is closed. */
  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
