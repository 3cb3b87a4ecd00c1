package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A client made of nothing but a WebSocket, which remembers what it got until the test asks for it.
 */
final class TestSocket implements AutoCloseable {
  /** How long anything may take that is bound to come. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** One client for all tests: making one takes long. */
  static final HttpClient HTTP = HttpClient.newHttpClient();

  static final String OPEN = "{\"type\":\"OPEN\"}";

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private WebSocket socket;

  private TestSocket() {}

  /** Connects to whatever address. */
  static TestSocket open(HttpClient http, URI address) {
    TestSocket opened = new TestSocket();
    opened.socket = http.newWebSocketBuilder().buildAsync(address, opened.new Listener()).join();
    return opened;
  }

  /** Connects to whatever address as a page of some origin does. */
  static TestSocket open(HttpClient http, URI address, String origin) {
    TestSocket opened = new TestSocket();
    opened.socket =
        http.newWebSocketBuilder()
            .header("Origin", origin)
            .buildAsync(address, opened.new Listener())
            .join();
    return opened;
  }

  /** Connects with that query, whatever comes of it. */
  static TestSocket open(SignalingServer server, String query) {
    return open(HTTP, URI.create(server.url().replaceFirst("^http", "ws") + "peerjs" + query));
  }

  /** Connects as a client of a server, and waits for its OPEN. */
  static TestSocket join(SignalingServer server, String id, String token) {
    return open(server, "?key=peerjs&id=" + id + "&token=" + token).expect(OPEN);
  }

  static TestSocket join(SignalingServer server, String id) {
    return join(server, id, "T");
  }

  /** Sends a message. */
  TestSocket send(String message) {
    socket.sendText(message, true).join();
    return this;
  }

  /** Sends a message that the server may hang up on before it is through. */
  TestSocket sendDespiteEverything(String message) {
    socket.sendText(message, true).handle((sent, failure) -> sent).join();
    return this;
  }

  /** Sends a message in frames of one character each. */
  TestSocket sendInPieces(String message) {
    for (int i = 0; i < message.length(); i++) {
      socket.sendText(message.substring(i, i + 1), i == message.length() - 1).join();
    }
    return this;
  }

  /** Sends bytes in a binary message. */
  TestSocket sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    return this;
  }

  /** Sends an offer without a payload. */
  TestSocket offer(String dst) {
    return send("{\"type\":\"OFFER\",\"dst\":\"" + dst + "\"}");
  }

  /** Waits for an offer without a payload. */
  TestSocket expectOffer(String src, String dst) {
    return expect("{\"type\":\"OFFER\",\"src\":\"" + src + "\",\"dst\":\"" + dst + "\"}");
  }

  /** Waits for the next message, which must be this one. */
  TestSocket expect(String message) {
    assertThat(next()).isEqualTo(message);
    return this;
  }

  /** Takes what has come. */
  List<String> drain() {
    List<String> drained = new ArrayList<>();
    messages.drainTo(drained);
    return drained;
  }

  /** Waits for the next message. */
  String next() {
    return next(messages);
  }

  /** Sends a ping, and waits for its answer. */
  String ping(String text) {
    socket.sendPing(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))).join();
    return next(pongs);
  }

  private static String next(BlockingQueue<String> queue) {
    try {
      String message = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(message).as("a message within %s", PATIENCE).isNotNull();
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Waits until the server has ended the connection, and returns the code; 1006 if it gave none.
   */
  int closeCode() {
    return closeCode.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Checks that nothing has come that was not asked for, nor comes before the answer to a ping. */
  TestSocket assertExhausted() {
    assertThat(ping("anything else?")).isEqualTo("anything else?");
    assertThat(messages).isEmpty();
    return this;
  }

  /** Ends the connection without a goodbye, as a killed browser does. */
  void kill() {
    socket.abort();
  }

  /** Closes the socket with a code, and waits for the answer. */
  void close(int code) {
    socket.sendClose(code, "").join();
    assertThat(closeCode()).isEqualTo(code);
  }

  @Override
  public void close() {
    socket.abort();
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
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
      pongs.add(StandardCharsets.UTF_8.decode(message).toString());
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
