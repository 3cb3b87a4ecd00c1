package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes over real sockets, letter for letter as npm's peer 1.0.2 does it unless said otherwise.
 */
class SocketProtocolTest {
  /** The code that stands for a close frame without one. */
  private static final int NO_CODE = 1005;

  private SignalingServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        SignalingServer.start(
            SignalingServerOptions.builder()
                .port(0)
                .expireTimeout(Duration.ofMinutes(5))
                .concurrentLimit(3)
                .build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "?key=peerjs&id=anna",
        "?key=peerjs&token=T",
        "?id=anna&token=T",
        "?key=peerjs&id=&token=T",
        "?KEY=peerjs&id=anna&token=T"
      })
  void aSocketWithoutAllParametersIsToldSoAndClosed(String query) {
    try (TestSocket socket = TestSocket.open(server, query)) {
      socket.expect(
          "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"No id, token, or key supplied to websocket server\"}}");
      assertThat(socket.closeCode()).isEqualTo(NO_CODE);
    }
  }

  @Test
  void aSocketWithAnotherKeyIsToldSoAndClosed() {
    try (TestSocket socket = TestSocket.open(server, "?key=PeerJS&id=anna&token=T")) {
      socket.expect("{\"type\":\"ERROR\",\"payload\":{\"msg\":\"Invalid key provided\"}}");
      assertThat(socket.closeCode()).isEqualTo(NO_CODE);
    }
  }

  @Test
  void aSocketForATakenIdIsToldSoAndClosed() {
    try (TestSocket anna = TestSocket.join(server, "anna", "1");
        TestSocket other = TestSocket.open(server, "?key=peerjs&id=anna&token=2")) {
      other.expect("{\"type\":\"ID-TAKEN\",\"payload\":{\"msg\":\"ID is taken\"}}");
      assertThat(other.closeCode()).isEqualTo(NO_CODE);
      anna.assertExhausted();
    }
  }

  @Test
  void oneClientTooManyIsToldSoAndClosed() {
    try (TestSocket anna = TestSocket.join(server, "anna");
        TestSocket bert = TestSocket.join(server, "bert");
        TestSocket cleo = TestSocket.join(server, "cleo");
        TestSocket dora = TestSocket.open(server, "?key=peerjs&id=dora&token=T")) {
      dora.expect(
          "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"Server has reached its concurrent user limit\"}}");
      assertThat(dora.closeCode()).isEqualTo(NO_CODE);
      anna.offer("bert");
      bert.expectOffer("anna", "bert");
      cleo.assertExhausted();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFFER", "ANSWER", "CANDIDATE", "LEAVE", "EXPIRE"})
  void messagesReachTheirReceiverWithTheirSendersName(String type) {
    try (TestSocket anna = TestSocket.join(server, "anna");
        TestSocket bert = TestSocket.join(server, "bert")) {
      anna.send(
          "{\"type\":\""
              + type
              + "\",\"payload\":{\"sdp\":{\"type\":\"offer\"}},\"dst\":\"bert\",\"src\":\"x\"}");
      bert.expect(
          "{\"type\":\""
              + type
              + "\",\"src\":\"anna\",\"dst\":\"bert\",\"payload\":{\"sdp\":{\"type\":\"offer\"}}}");
      bert.assertExhausted();
      anna.assertExhausted();
    }
  }

  @Test
  void aMessageForSomebodyAbsentComesBackAsAnExpireAfterAWhile() throws IOException {
    SignalingServerOptions impatient =
        SignalingServerOptions.builder().port(0).expireTimeout(Duration.ofMillis(300)).build();
    try (SignalingServer other = SignalingServer.start(impatient);
        TestSocket anna = TestSocket.join(other, "anna")) {
      anna.send("{\"type\":\"OFFER\",\"payload\":{\"n\":1},\"dst\":\"nobody\"}");
      anna.expect("{\"type\":\"EXPIRE\",\"src\":\"nobody\",\"dst\":\"anna\"}");
      anna.assertExhausted();
    }
  }

  @Test
  void aMessageForSomebodyWhoComesInTimeIsDelivered() {
    try (TestSocket anna = TestSocket.join(server, "anna")) {
      anna.offer("bert").assertExhausted();
      try (TestSocket bert = TestSocket.join(server, "bert")) {
        bert.expectOffer("anna", "bert").assertExhausted();
      }
      anna.assertExhausted();
    }
  }

  @Test
  void heartbeatsAndNonsenseAreSwallowed() {
    try (TestSocket anna = TestSocket.join(server, "anna")) {
      anna.send("{\"type\":\"HEARTBEAT\"}").send("nonsense").send("").send("[]").assertExhausted();
    }
  }

  @Test
  void aMessageMayComeInPieces() {
    try (TestSocket anna = TestSocket.join(server, "anna")) {
      anna.sendInPieces("{\"type\":\"OFFER\",\"dst\":\"anna\",\"payload\":\"ä\"}");
      anna.expect("{\"type\":\"OFFER\",\"src\":\"anna\",\"dst\":\"anna\",\"payload\":\"ä\"}");
      anna.assertExhausted();
    }
  }

  @Test
  void aMessageMayComeInBinary() {
    try (TestSocket anna = TestSocket.join(server, "anna")) {
      anna.sendBinary(
          "{\"type\":\"OFFER\",\"dst\":\"anna\",\"payload\":\"ä\"}"
              .getBytes(StandardCharsets.UTF_8));
      anna.expect("{\"type\":\"OFFER\",\"src\":\"anna\",\"dst\":\"anna\",\"payload\":\"ä\"}");
      anna.assertExhausted();
    }
  }

  @Test
  void aLongMessageArrivesWhole() {
    String payload = "{\"metadata\":\"" + "日本語😀".repeat(15_000) + "\"}";
    try (TestSocket anna = TestSocket.join(server, "anna");
        TestSocket bert = TestSocket.join(server, "bert")) {
      anna.send("{\"type\":\"OFFER\",\"payload\":" + payload + ",\"dst\":\"bert\"}");
      bert.expect(
          "{\"type\":\"OFFER\",\"src\":\"anna\",\"dst\":\"bert\",\"payload\":" + payload + "}");
      bert.assertExhausted();
    }
  }

  @Test
  void pingsAreAnswered() {
    try (TestSocket anna = TestSocket.join(server, "anna")) {
      assertThat(anna.ping("still there?")).isEqualTo("still there?");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a%20b, a b",
    "a+b, a b",
    "%C3%A4, ä",
    "%F0%9F%98%80, 😀",
    "__proto__, __proto__",
    "100%25, 100%",
    "x%26id%3Dy, x&id=y"
  })
  void idsAreDecoded(String inUrl, String id) {
    try (TestSocket anna = TestSocket.join(server, "anna");
        TestSocket odd = TestSocket.join(server, inUrl)) {
      anna.offer(id);
      odd.expectOffer("anna", id);
    }
  }

  @Test
  void aReconnectingClientGetsAnOpenWhichPeerServerForgets() {
    try (TestSocket bert = TestSocket.join(server, "bert");
        TestSocket before = TestSocket.join(server, "anna");
        TestSocket after = TestSocket.join(server, "anna")) {
      assertThat(before.closeCode()).isEqualTo(NO_CODE);
      bert.offer("anna");
      after.expectOffer("bert", "anna").assertExhausted();
    }
  }

  @Test
  void anIdIsFreeAgainForAnyTokenOnceItsSocketIsClosed() {
    try (TestSocket before = TestSocket.join(server, "anna", "1")) {
      before.close(1000);
      TestSocket.join(server, "anna", "2").close();
    }
  }

  @Test
  void aClientThatLeavesIsDisconnected() {
    try (TestSocket anna = TestSocket.join(server, "anna")) {
      anna.send("{\"type\":\"LEAVE\"}");
      assertThat(anna.closeCode()).isEqualTo(NO_CODE);
    }
  }
}
