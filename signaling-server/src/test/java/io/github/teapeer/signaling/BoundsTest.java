package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers may do to the server, and to each other. */
class BoundsTest {
  private final BlockingQueue<String> departures = new LinkedBlockingQueue<>();
  private SignalingServer server;

  private void start(SignalingLimits limits) throws IOException {
    SignalingListener listener =
        new SignalingListener() {
          @Override
          public void disconnected(String id, Departure why) {
            departures.add(why + " " + id);
          }
        };
    server =
        SignalingServer.start(
            SignalingServerOptions.builder().port(0).limits(limits).listener(listener).build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String offerOfSize(int size) {
    String start = "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":\"";
    return start + "x".repeat(size - start.length() - 2) + "\"}";
  }

  @Test
  void aMessageMayHaveTheLargestSize() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageSize(20_000));
    try (TestSocket anna = TestSocket.join(server, "anna");
        TestSocket bert = TestSocket.join(server, "bert")) {
      anna.send(offerOfSize(20_000));
      assertThat(bert.next()).hasSizeGreaterThan(20_000);
      anna.assertExhausted();
    }
  }

  @Test
  void aMessageThatIsTooLongClosesItsSocketAndIsNotPassedOn() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageSize(20_000));
    try (TestSocket anna = TestSocket.join(server, "anna");
        TestSocket bert = TestSocket.join(server, "bert")) {
      anna.sendDespiteEverything(offerOfSize(20_001));
      assertThat(anna.closeCode()).isEqualTo(1009);
      bert.assertExhausted();
      assertThat(departures.poll(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .isEqualTo("CLOSED anna");
    }
  }

  @Test
  void aMessageThatIsTooLongInPiecesClosesItsSocketToo() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageSize(59));
    try (RawSocket raw = RawSocket.join(server, "anna")) {
      String offer = offerOfSize(60);
      raw.send(new byte[] {1, (byte) 0x81, 0, 0, 0, 0, (byte) offer.charAt(0)});
      for (int i = 1; i < 60; i++) {
        raw.send(new byte[] {0, (byte) 0x81, 0, 0, 0, 0, (byte) offer.charAt(i)});
      }
      assertThat(raw.readCloseCode()).isEqualTo(1009);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c3", "80", "c080", "eda080", "f4908080", "ff", "c3a4ff"})
  void whatIsNotUtf8ClosesItsSocket(String hex) throws Exception {
    start(SignalingLimits.defaults());
    byte[] bytes = HexFormat.of().parseHex(hex);
    try (RawSocket raw = RawSocket.join(server, "anna")) {
      raw.sendText(bytes);
      assertThat(raw.readCloseCode()).isEqualTo(1007);
    }
  }

  @Test
  void whateverIsUtf8IsPassedOn() throws Exception {
    start(SignalingLimits.defaults());
    try (TestSocket anna = TestSocket.join(server, "anna")) {
      anna.send("{\"type\":\"OFFER\",\"dst\":\"anna\",\"payload\":\"\uFFFD\"}");
      anna.expect("{\"type\":\"OFFER\",\"src\":\"anna\",\"dst\":\"anna\",\"payload\":\"\uFFFD\"}");
    }
  }

  @Test
  void aFrameThatIsNotMaskedClosesItsSocket() throws Exception {
    start(SignalingLimits.defaults());
    try (RawSocket raw = RawSocket.join(server, "anna")) {
      raw.send(new byte[] {(byte) 0x81, 2, '{', '}'});
      assertThat(raw.readCloseCode()).isEqualTo(1002);
    }
  }

  @Test
  void aFrameThatClaimsToBeHugeTakesUpNoMemoryAndClosesItsSocketWhenItIs() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageSize(1000));
    try (RawSocket raw = RawSocket.join(server, "anna")) {
      raw.send(
          new byte[] {
            (byte) 0x81,
            (byte) 0xff,
            0,
            0,
            0,
            0,
            0x7f,
            (byte) 0xff,
            (byte) 0xff,
            (byte) 0xff,
            0,
            0,
            0,
            0
          });
      raw.send("x".repeat(1001).getBytes(StandardCharsets.US_ASCII));
      assertThat(raw.readCloseCode()).isEqualTo(1009);
    }
  }

  @Test
  void aSocketThatWasRefusedAndGoesOnTalkingIsDisconnected() throws Exception {
    start(SignalingLimits.defaults());
    try (RawSocket raw = RawSocket.open(server.port(), "/peerjs")) {
      assertThat(raw.readText()).contains("No id, token, or key");
      assertThat(raw.readCloseCode()).isEqualTo(1005);
      raw.talkUntilReset();
    }
  }

  @Test
  void aReceiverThatDoesNotReadHoldsItsSenderBackAndIsDisconnectedForIt() throws Exception {
    start(
        SignalingLimits.defaults()
            .withOutgoingMark(100_000)
            .withMaxOutgoing(1_000_000)
            .withStallTimeout(Duration.ofSeconds(1)));
    try (TestSocket anna = TestSocket.join(server, "anna");
        TestSocket cleo = TestSocket.join(server, "cleo");
        RawSocket bert = RawSocket.join(server, "bert")) {
      String offer = offerOfSize(50_000);
      // More than the network between server and receiver can hold, and much more than the server
      // may.
      for (int sent = 0; sent < 40_000_000 && departures.isEmpty(); sent += offer.length()) {
        anna.send(offer);
      }
      assertThat(departures.poll(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .isEqualTo("LOST bert");
      anna.offer("cleo");
      cleo.expectOffer("anna", "cleo");
      assertThat(bert.isOpen()).isTrue(); // it has not noticed yet: it does not read
    }
  }

  @Test
  void manySendersTogetherCannotFillTheMemoryForOneReceiver() throws Exception {
    start(
        SignalingLimits.defaults()
            .withOutgoingMark(1_000)
            .withMaxOutgoing(200_000)
            .withStallTimeout(Duration.ofSeconds(60)));
    String offer = offerOfSize(50_000);
    List<TestSocket> senders = new ArrayList<>();
    List<CompletableFuture<Void>> floods = new ArrayList<>();
    try (RawSocket bert = RawSocket.join(server, "bert")) {
      while (departures.isEmpty() && senders.size() < 500) {
        TestSocket sender = TestSocket.join(server, "s" + senders.size());
        senders.add(sender);
        floods.add(CompletableFuture.runAsync(() -> flood(sender, offer)));
      }
      assertThat(departures.poll(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .isEqualTo("LOST bert");
      assertThat(bert.isOpen()).isTrue();
      CompletableFuture.allOf(floods.toArray(CompletableFuture[]::new))
          .get(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } finally {
      senders.forEach(TestSocket::close);
    }
  }

  private void flood(TestSocket sender, String offer) {
    for (int i = 0; i < 500 && departures.isEmpty(); i++) {
      sender.send(offer);
    }
  }

  @Test
  void aRequestWithAnEndlessAddressIsRefused() throws Exception {
    start(SignalingLimits.defaults());
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout((int) TestSocket.PATIENCE.toMillis());
      socket
          .getOutputStream()
          .write(
              ("GET /peerjs/id?" + "x".repeat(20_000) + " HTTP/1.1\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 414");
    }
  }

  @Test
  void aRequestWithEndlessHeadersIsRefused() throws Exception {
    start(SignalingLimits.defaults());
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout((int) TestSocket.PATIENCE.toMillis());
      String head = "GET /peerjs/id HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000);
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 431");
    }
  }

  @Test
  void aClientThatSendsTooManyMessagesIsReadFromAtTheHighestRate() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageRate(100));
    try (TestSocket anna = TestSocket.join(server, "anna");
        TestSocket bert = TestSocket.join(server, "bert")) {
      long start = System.nanoTime();
      for (int i = 0; i < 300; i++) {
        anna.offer("bert");
      }
      for (int i = 0; i < 300; i++) {
        bert.expectOffer("anna", "bert");
      }
      // Of 300 messages, 200 may come at once.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
      bert.offer("anna");
      anna.expectOffer("bert", "anna");
    }
  }

  @Test
  void pingsAreCountedAsMessagesAre() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageRate(50));
    try (RawSocket raw = RawSocket.join(server, "anna")) {
      long start = System.nanoTime();
      for (int i = 0; i < 151; i++) {
        raw.send(new byte[] {(byte) 0x89, (byte) 0x80, 0, 0, 0, 0});
      }
      for (int i = 0; i < 151; i++) {
        raw.readPong();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /peerjs/id HTTP/1.1\r\nHo",
        "POST /peerjs/anna/T/offer HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{",
        "POST /peerjs/anna/T/id?i=0 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{",
        "POST /peerjs/nobody/T/offer HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{",
        "POST /peerjs/anna/T/offer HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{",
      })
  void aRequestThatDoesNotComeToItsEndLosesItsConnection(String begun) throws Exception {
    start(SignalingLimits.defaults().withRequestTimeout(Duration.ofMillis(300)));
    try (TestSocket anna = TestSocket.join(server, "anna");
        Socket slow = new Socket("localhost", server.port())) {
      slow.setSoTimeout((int) TestSocket.PATIENCE.toMillis());
      slow.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).doesNotContain("200 OK");
      anna.offer("anna");
      anna.expectOffer("anna", "anna");
    }
  }

  @Test
  void aClientThatNeverStopsSendingLeavesOthersTheirTurn() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageRate(Integer.MAX_VALUE));
    AtomicBoolean over = new AtomicBoolean();
    try (TestSocket anna = TestSocket.join(server, "anna");
        RawSocket raw = RawSocket.join(server, "bert")) {
      CompletableFuture<Void> flood =
          CompletableFuture.runAsync(
              () -> {
                while (!over.get()) {
                  raw.sendNonsense(1_000);
                }
              },
              task -> new Thread(task, "flood").start());
      for (int i = 0; i < 1_000; i++) {
        anna.offer("anna");
        anna.expectOffer("anna", "anna");
      }
      assertThat(flood).isNotDone();
      over.set(true);
      flood.get(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
