package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A client made of nothing but a WebSocket. Every message it gets has to be asked for, or it fails
 * the test.
 */
final class TestSocket implements AutoCloseable {
  /** How long anything may take that is bound to come. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private WebSocket socket;

  private TestSocket() {}

  /** Connects to whatever address. */
  static TestSocket open(HttpClient http, URI address) {
    TestSocket opened = new TestSocket();
    opened.socket = http.newWebSocketBuilder().buildAsync(address, opened.new Listener()).join();
    return opened;
  }

  /** Connects as a client of a server, and waits for its OPEN. */
  static TestSocket join(SignalingServer server, String id, String token) {
    TestSocket joined =
        open(
            HttpClient.newHttpClient(),
            address(server, "?key=peerjs&id=" + id + "&token=" + token));
    joined.expect("{\"type\":\"OPEN\"}");
    return joined;
  }

  /** The address of a server's sockets. */
  static URI address(SignalingServer server, String query) {
    return URI.create(server.url().replaceFirst("^http", "ws") + "peerjs" + query);
  }

  /** Sends a message. */
  TestSocket send(String message) {
    socket.sendText(message, true).join();
    return this;
  }

  /** Waits for the next message, which must be this one. */
  TestSocket expect(String message) {
    assertThat(next()).isEqualTo(message);
    return this;
  }

  /** Waits for the next message. */
  String next() {
    try {
      String message = messages.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(message).as("a message within %s", PATIENCE).isNotNull();
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until the server has closed the socket, and returns the code. */
  int closeCode() {
    return closeCode.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Checks that nothing has come that was not asked for. */
  void assertExhausted() {
    assertThat(messages).isEmpty();
  }

  /** Ends the connection without a goodbye, as a killed browser does. */
  void kill() {
    socket.abort();
  }

  /** Closes the socket as a page does that calls {@code disconnect()}. */
  @Override
  public void close() {
    if (!socket.isOutputClosed()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        messages.add(parts.toString());
        parts.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closeCode.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closeCode.completeExceptionally(error);
    }
  }
}
