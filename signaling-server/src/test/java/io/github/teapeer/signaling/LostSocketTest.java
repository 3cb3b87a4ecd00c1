package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sockets end, and who learns of it. The rules themselves are tested without a network. */
class LostSocketTest {
  private static final String LEAVE = "{\"type\":\"LEAVE\",\"src\":\"anna\",\"dst\":\"bert\"}";

  private final BlockingQueue<String> departures = new LinkedBlockingQueue<>();
  private SignalingServer server;

  private void start(SignalingServerOptions.Builder options) throws IOException {
    SignalingListener listener =
        new SignalingListener() {
          @Override
          public void disconnected(String id, Departure why) {
            departures.add(why + " " + id);
          }
        };
    server = SignalingServer.start(options.port(0).listener(listener).build());
  }

  private void expectDeparture(String departure) throws InterruptedException {
    assertThat(departures.poll(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo(departure);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private TestSocket annaCalling(TestSocket bert) {
    TestSocket anna = TestSocket.join(server, "anna").offer("bert");
    bert.expectOffer("anna", "bert");
    return anna;
  }

  @Test
  void aKilledBrowserIsMissed() throws Exception {
    start(SignalingServerOptions.builder().leaveGrace(Duration.ofMillis(300)));
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      annaCalling(bert).kill();

      expectDeparture("LOST anna");
      bert.expect(LEAVE).assertExhausted();
    }
  }

  @Test
  void aPageThatGoesAwayIsMissed() throws Exception {
    start(SignalingServerOptions.builder().leaveGrace(Duration.ofMillis(300)));
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      annaCalling(bert).close(1001);

      expectDeparture("LOST anna");
      bert.expect(LEAVE).assertExhausted();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 3000, 4999})
  void aPageThatClosesItsSocketIsNot(int code) throws Exception {
    start(SignalingServerOptions.builder().leaveGrace(Duration.ZERO));
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      annaCalling(bert).close(code);

      expectDeparture("CLOSED anna");
      bert.assertExhausted();
    }
  }

  @Test
  void aClientThatComesBackInTimeIsNot() throws Exception {
    start(SignalingServerOptions.builder().leaveGrace(Duration.ofSeconds(60)));
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      annaCalling(bert).kill();
      expectDeparture("LOST anna");

      try (TestSocket again = TestSocket.join(server, "anna")) {
        bert.offer("anna");
        again.expectOffer("bert", "anna");
        bert.assertExhausted();
      }
    }
  }

  @Test
  void aReplacedSocketsEndIsNotTheClients() throws Exception {
    start(SignalingServerOptions.builder().leaveGrace(Duration.ZERO));
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      TestSocket before = annaCalling(bert);
      try (TestSocket after = TestSocket.join(server, "anna")) {
        before.kill();
        bert.offer("anna");
        after.expectOffer("bert", "anna");
        bert.assertExhausted();
        assertThat(departures).isEmpty();
      }
    }
  }

  @Test
  void aReloadedPageMayHaveItsIdAtOnceAndItsOldPeersLearnOfItFirst() throws Exception {
    start(SignalingServerOptions.builder().leaveGrace(Duration.ofSeconds(60)));
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      annaCalling(bert).close(1001);
      expectDeparture("LOST anna");

      try (TestSocket reloaded = TestSocket.join(server, "anna", "new")) {
        reloaded.offer("bert");
        bert.expect(LEAVE).expectOffer("anna", "bert");
      }
    }
  }

  @Test
  void aSilentClientIsDisconnected() throws Exception {
    start(SignalingServerOptions.builder().aliveTimeout(Duration.ofMillis(300)));
    try (TestSocket anna = TestSocket.join(server, "anna")) {
      expectDeparture("SILENT anna");
      assertThat(anna.closeCode()).isEqualTo(1005);
    }
  }

  @Test
  void aServerThatIsClosedTellsNobodyMore() throws Exception {
    start(SignalingServerOptions.builder().leaveGrace(Duration.ZERO));
    try (RawSocket bert = RawSocket.join(server, "bert");
        RawSocket anna = RawSocket.join(server, "anna")) {
      anna.sendText("{\"type\":\"OFFER\",\"dst\":\"bert\"}".getBytes(StandardCharsets.UTF_8));
      assertThat(bert.readText()).contains("OFFER");

      server.close();

      byte[] closeFrame = {(byte) 0x88, 0};
      assertThat(bert.readToEnd()).isIn(new byte[0], closeFrame);
      assertThat(anna.readToEnd()).isIn(new byte[0], closeFrame);
      assertThat(departures).isEmpty();
    }
  }
}
