package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signalling over HTTP alone. */
class StreamProtocolTest {
  private static final String ID_TAKEN =
      "{\"type\":\"ID-TAKEN\",\"payload\":{\"msg\":\"ID is taken\"}}";
  private static final String LEAVE = "{\"type\":\"LEAVE\",\"src\":\"anna\",\"dst\":\"bert\"}";

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private SignalingServer server;

  @BeforeEach
  void start() throws IOException {
    server = SignalingServer.start(options().build());
  }

  private SignalingServerOptions.Builder options() {
    SignalingListener listener =
        new SignalingListener() {
          @Override
          public void connected(String id, boolean reconnected) {
            events.add((reconnected ? "reconnected " : "connected ") + id);
          }

          @Override
          public void disconnected(String id, Departure why) {
            events.add(why + " " + id);
          }
        };
    return SignalingServerOptions.builder()
        .port(0)
        .concurrentLimit(3)
        .leaveGrace(Duration.ofMillis(300))
        .listener(listener);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void expectEvents(String... expected) throws InterruptedException {
    for (String event : expected) {
      assertThat(events.poll(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(event);
    }
  }

  @Test
  void aStreamIsPaddingAndThenALineForEachMessage() throws Exception {
    try (TestStream anna =
            TestStream.open(server, "anna", "T", "?i=0", "Origin", "https://page.example");
        TestSocket bert = TestSocket.join(server, "bert")) {
      assertThat(anna.status()).isEqualTo(200);
      assertThat(anna.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
      assertThat(anna.header("Access-Control-Allow-Origin")).isEqualTo("https://page.example");
      assertThat(anna.header("Cache-Control")).isEqualTo("no-store");
      assertThat(anna.header("X-Accel-Buffering")).isEqualTo("no");
      assertThat(anna.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(anna.header("Transfer-Encoding")).isEqualTo("chunked");
      assertThat(anna.header("Content-Length")).isEmpty();
      anna.expect(TestStream.PADDING, TestSocket.OPEN);
      bert.send("{\"type\":\"OFFER\",\"dst\":\"anna\",\"payload\":{\"name\":\"日本語 😀\"}}");
      anna.expect(
          "{\"type\":\"OFFER\",\"src\":\"bert\",\"dst\":\"anna\",\"payload\":{\"name\":\"日本語 😀\"}}");
      expectEvents("connected anna", "connected bert");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "offer, OFFER",
    "answer, ANSWER",
    "candidate, CANDIDATE",
    "leave, LEAVE",
    "expire, EXPIRE"
  })
  void messagesArePostedWithTheirSendersNameInTheAddress(String verb, String type) {
    try (TestStream anna = TestStream.join(server, "anna");
        TestStream bert = TestStream.join(server, "bert")) {
      String message =
          "{\"type\":\"" + type + "\",\"src\":\"x\",\"payload\":{\"n\":1},\"dst\":\"bert\"}";
      HttpResponse<String> answer =
          anna.post(verb, message, "Origin", "https://page.example", "Content-Type", "text/plain");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("OK");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://page.example");
      bert.expect(
          "{\"type\":\"" + type + "\",\"src\":\"anna\",\"dst\":\"bert\",\"payload\":{\"n\":1}}");
      bert.assertExhausted();
      anna.assertExhausted();
    }
  }

  @Test
  void whatItIsStandsInTheBody() {
    try (TestStream anna = TestStream.join(server, "anna")) {
      assertThat(anna.post("candidate", "{\"type\":\"OFFER\",\"dst\":\"anna\"}").statusCode())
          .isEqualTo(200);
      anna.expectOffer("anna", "anna").assertExhausted();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "[]", "{", "{\"type\":\"OFFER\"} {}"})
  void aPostThatIsNoMessageIsRefused(String body) {
    try (TestStream anna = TestStream.join(server, "anna")) {
      assertThat(anna.post("offer", body).statusCode()).isEqualTo(400);
      anna.offer("anna").expectOffer("anna", "anna").assertExhausted();
    }
  }

  @ParameterizedTest
  @CsvSource({"a%20b, a b", "%C3%A4, ä", "%F0%9F%98%80, 😀", "x+y, x+y"})
  void idsInAddressesAreDecoded(String inUrl, String id) {
    try (TestSocket anna = TestSocket.join(server, "anna");
        TestStream odd = TestStream.join(server, inUrl)) {
      anna.offer(id);
      odd.expectOffer("anna", id);
      odd.offer("anna");
      anna.expectOffer(id, "anna");
    }
  }

  @Test
  void nobodyPostsInAnothersName() {
    try (TestStream anna = TestStream.join(server, "anna");
        TestSocket bert = TestSocket.join(server, "bert");
        TestStream thief = TestStream.open(server, "anna", "guess", "?i=0&teapeer=1")) {
      thief.expect(TestStream.PADDING, ID_TAKEN);
      thief.expectEnd();
      assertThat(thief.post("offer", "{\"type\":\"OFFER\",\"dst\":\"bert\"}").statusCode())
          .isEqualTo(401);
      assertThat(thief.post("close", "").statusCode()).isEqualTo(401);
      anna.offer("bert");
      bert.expectOffer("anna", "bert").assertExhausted();
    }
  }

  @Test
  void aPostOfNobodyIsRefusedAfterAMoment() throws Exception {
    try (TestStream anna = TestStream.join(server, "anna")) {
      HttpResponse<String> answer =
          TestSocket.HTTP.send(
              HttpRequest.newBuilder(URI.create(server.url() + "peerjs/nobody/T/offer"))
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(401);
      anna.assertExhausted();
    }
  }

  @Test
  void aPostMayArriveBeforeItsStream() throws Exception {
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      CompletableFuture<HttpResponse<String>> early =
          TestSocket.HTTP.sendAsync(
              HttpRequest.newBuilder(URI.create(server.url() + "peerjs/anna/T/offer"))
                  .POST(BodyPublishers.ofString("{\"type\":\"OFFER\",\"dst\":\"bert\"}"))
                  .build(),
              BodyHandlers.ofString());
      bert.assertExhausted();
      try (TestStream anna = TestStream.joinOld(server, "anna")) {
        assertThat(early.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        bert.expectOffer("anna", "bert");
        anna.assertExhausted();
      }
    }
  }

  @Test
  void aWrongKeyOrOneClientTooManyIsToldSo() {
    try (TestStream anna = TestStream.join(server, "a");
        TestStream bert = TestStream.join(server, "b");
        TestStream cleo = TestStream.join(server, "c");
        TestStream dora = TestStream.open(server, "d", "T", "?i=0&teapeer=1");
        TestStream other = TestStream.open(server, "../wrong/d", "T", "?i=0&teapeer=1")) {
      dora.expect(
          TestStream.PADDING,
          "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"Server has reached its concurrent user limit\"}}");
      dora.expectEnd();
      other.expect(
          TestStream.PADDING,
          "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"Invalid key provided\"}}");
      other.expectEnd();
      anna.assertExhausted();
      bert.assertExhausted();
      cleo.assertExhausted();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?i=0", "?i=0&teapeer=1"})
  void aPageThatGoesAwayIsNoticedAtOnceAndMissed(String query) throws Exception {
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      TestStream anna = TestStream.open(server, "anna", "T", query);
      anna.expect(TestStream.PADDING, TestSocket.OPEN).offer("bert");
      bert.expectOffer("anna", "bert");
      expectEvents("connected bert", "connected anna");

      long before = System.nanoTime();
      anna.close();

      expectEvents("LOST anna");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
      bert.expect(LEAVE).assertExhausted();
    }
  }

  @Test
  void aClientThatSaysGoodbyeIsNotMissed() throws Exception {
    try (TestSocket bert = TestSocket.join(server, "bert");
        TestStream anna = TestStream.join(server, "anna").offer("bert")) {
      bert.expectOffer("anna", "bert");
      assertThat(anna.post("close", "").statusCode()).isEqualTo(200);
      anna.expectEnd();
      expectEvents("connected bert", "connected anna", "CLOSED anna");
      TestStream.open(server, "anna", "new", "?teapeer=1")
          .expect(TestStream.PADDING, TestSocket.OPEN)
          .close();
      expectEvents("connected anna", "LOST anna");
      bert.assertExhausted();
    }
  }

  @Test
  void aClientThatLeavesIsDisconnected() throws Exception {
    try (TestStream anna = TestStream.join(server, "anna")) {
      assertThat(anna.post("leave", "{\"type\":\"LEAVE\"}").statusCode()).isEqualTo(200);
      anna.expectEnd();
      expectEvents("connected anna", "LEFT anna");
    }
  }

  @Test
  void whatWaitedIsDeliveredAfterTheOpen() {
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      bert.offer("anna").send("{\"type\":\"CANDIDATE\",\"dst\":\"anna\"}").assertExhausted();
      try (TestStream anna = TestStream.joinOld(server, "anna")) {
        anna.expectOffer("bert", "anna")
            .expect("{\"type\":\"CANDIDATE\",\"src\":\"bert\",\"dst\":\"anna\"}")
            .assertExhausted();
      }
    }
  }

  @Test
  void aRenewedStreamIsNoDepartureAndLosesNothing() throws Exception {
    try (TestSocket bert = TestSocket.join(server, "bert");
        TestStream first = TestStream.join(server, "anna")) {
      bert.offer("anna").assertExhausted();
      try (TestStream second = TestStream.open(server, "anna", "T", "?i=1&teapeer=1")) {
        first.expectOffer("bert", "anna").expectEnd();
        second.expect(TestStream.PADDING, TestSocket.OPEN);
        bert.offer("anna");
        second.expectOffer("bert", "anna").assertExhausted();
        expectEvents("connected bert", "connected anna");
        assertThat(events).isEmpty();
      }
    }
  }

  @Test
  void theOldClientGetsOneOpenHoweverOftenItRenewsItsStream() throws Exception {
    try (TestSocket bert = TestSocket.join(server, "bert");
        TestStream first = TestStream.joinOld(server, "anna")) {
      bert.offer("anna");
      first.expectOffer("bert", "anna");
      try (TestStream second = TestStream.open(server, "anna", "T", "?i=1")) {
        first.expectEnd();
        second.expect(TestStream.PADDING);
        bert.offer("anna");
        second.expectOffer("bert", "anna").assertExhausted();
        expectEvents("connected bert", "connected anna");
        assertThat(events).isEmpty();
      }
    }
  }

  @Test
  void anOldClientThatReconnectsGetsAnotherOpen() {
    try (TestStream first = TestStream.joinOld(server, "anna");
        TestStream second = TestStream.joinOld(server, "anna")) {
      first.expectEnd();
      second.offer("anna").expectOffer("anna", "anna");
    }
  }

  @Test
  void anOldClientWithoutASocketIsToldByItsStreamThatItIsRefused() {
    try (TestStream anna = TestStream.join(server, "anna");
        TestStream other = TestStream.open(server, "anna", "other", "?i=0")) {
      other.expect(TestStream.PADDING, ID_TAKEN).expectEnd();
      anna.assertExhausted();
    }
  }

  @Test
  void anOldClientIsToldOnceWhicheverOfItsRequestsComesFirst() throws Exception {
    try (TestStream anna = TestStream.join(server, "anna")) {
      CompletableFuture<TestStream> first =
          CompletableFuture.supplyAsync(() -> TestStream.open(server, "anna", "other", "?i=0"));
      try (TestSocket socket = TestSocket.open(server, "?key=peerjs&id=anna&token=other");
          TestStream second = TestStream.open(server, "anna", "other", "?i=0")) {
        socket.expect(ID_TAKEN);
        assertThat(socket.closeCode()).isEqualTo(1005);
        second.expect(TestStream.PADDING).expectEnd();
        first.get(30, TimeUnit.SECONDS).expect(TestStream.PADDING).expectEnd();
      }
      anna.assertExhausted();
    }
  }

  @Test
  void aServerThatIsClosedEndsItsStreams() {
    TestStream anna = TestStream.join(server, "anna");
    server.close();
    anna.expectEnd();
  }

  @Test
  void aStreamOutlivesTheAliveTimeout() throws Exception {
    server.close();
    server = SignalingServer.start(options().aliveTimeout(Duration.ofMillis(300)).build());
    try (TestStream anna = TestStream.join(server, "anna");
        TestSocket silent = TestSocket.join(server, "silent")) {
      assertThat(silent.closeCode()).isEqualTo(1005);
      anna.offer("anna").expectOffer("anna", "anna");
    }
  }
}
