package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers may do to the server over HTTP. */
class StreamBoundsTest {
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

  private void expectDeparture(String departure) throws InterruptedException {
    assertThat(departures.poll(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo(departure);
  }

  private static String offerOfSize(int size) {
    String start = "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":\"";
    return start + "x".repeat(size - start.length() - 2) + "\"}";
  }

  /** A request as bytes, by which anything can be done. */
  private Socket raw(String head, String body) throws IOException {
    Socket socket = new Socket("localhost", server.port());
    socket.setSoTimeout((int) TestSocket.PATIENCE.toMillis());
    String request = head + " HTTP/1.1\r\nHost: localhost\r\n" + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static String read(Socket socket, int length) throws IOException {
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aPostMayHaveTheLargestSizeAndNoMore() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageSize(20_000));
    try (TestStream anna = TestStream.join(server, "anna");
        TestStream bert = TestStream.join(server, "bert")) {
      assertThat(anna.post("offer", offerOfSize(20_000)).statusCode()).isEqualTo(200);
      assertThat(bert.next()).hasSizeGreaterThan(20_000);
      HttpResponse<String> refusal =
          anna.post("offer", offerOfSize(20_001), "Origin", "https://page.example");
      assertThat(refusal.statusCode()).isEqualTo(413);
      assertThat(refusal.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://page.example");
      bert.assertExhausted();
      anna.assertExhausted();
    }
  }

  @Test
  void aRefusedPostIsAnsweredWhenItHasBeenSent() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageSize(1_000));
    try (Socket slow =
        raw("POST /peerjs/anna/T/offer", "Content-Length: 1500\r\n\r\n" + "x".repeat(700))) {
      slow.setSoTimeout(300);
      assertThatThrownBy(() -> slow.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      slow.setSoTimeout((int) TestSocket.PATIENCE.toMillis());
      slow.getOutputStream().write("x".repeat(800).getBytes(StandardCharsets.US_ASCII));
      assertThat(read(slow, 12)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void aPostOfUnknownLengthIsReadNoFurtherThanItMayBeLong() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageSize(1_000));
    try (TestStream anna = TestStream.join(server, "anna");
        Socket endless =
            raw(
                "POST /peerjs/anna/T/offer",
                "Transfer-Encoding: chunked\r\n\r\n800\r\n" + "x".repeat(0x800) + "\r\n")) {
      assertThat(read(endless, 12)).isEqualTo("HTTP/1.1 413");
      anna.assertExhausted();
    }
  }

  @Test
  void aStreamIsNotAskedForWithALargeBody() throws Exception {
    start(SignalingLimits.defaults().withMaxMessageSize(1_000));
    try (Socket large =
        raw("POST /peerjs/anna/T/id?i=0", "Content-Length: 1001\r\n\r\n" + "x".repeat(1_001))) {
      assertThat(read(large, 12)).isEqualTo("HTTP/1.1 413");
    }
    try (Socket small =
        raw("POST /peerjs/anna/T/id?i=0", "Content-Length: 1000\r\n\r\n" + "x".repeat(1_000))) {
      assertThat(read(small, 12)).isEqualTo("HTTP/1.1 200");
    }
    expectDeparture("LOST anna");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00c3", "\u0080", "\u00ed\u00a0\u0080", "{\u00ff}"})
  void aPostThatIsNotUtf8IsRefused(String bytes) throws Exception {
    start(SignalingLimits.defaults());
    try (TestStream anna = TestStream.join(server, "anna");
        Socket odd =
            raw(
                "POST /peerjs/anna/T/offer",
                "Content-Length: " + bytes.length() + "\r\n\r\n" + bytes)) {
      assertThat(read(odd, 12)).isEqualTo("HTTP/1.1 400");
      anna.assertExhausted();
    }
  }

  @Test
  void aClientMayBeBusyWithSoManyPostsAtATime() throws Exception {
    start(SignalingLimits.defaults().withMaxPosts(3));
    List<Socket> slow = new ArrayList<>();
    try (TestStream anna = TestStream.join(server, "anna");
        TestStream bert = TestStream.join(server, "bert")) {
      for (int i = 0; i < 3; i++) {
        slow.add(raw("POST /peerjs/anna/T/heartbeat", "Content-Length: 2\r\n\r\n{"));
      }
      int status = 200;
      for (int i = 0; i < 1_000 && status == 200; i++) {
        status = anna.post("heartbeat", "").statusCode(); // until the server has seen all three
      }
      assertThat(status).isEqualTo(429);
      bert.assertExhausted();

      for (Socket each : slow) {
        each.getOutputStream().write('}');
        assertThat(read(each, 12)).isEqualTo("HTTP/1.1 200");
      }
      anna.assertExhausted();
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  @Test
  void aPostThatIsBrokenOffHarmsNobody() throws Exception {
    start(SignalingLimits.defaults().withMaxPosts(1));
    try (TestStream anna = TestStream.join(server, "anna")) {
      raw("POST /peerjs/anna/T/offer", "Content-Length: 100\r\n\r\n{\"type\":\"OFFER\",").close();
      int status = 429;
      for (int i = 0; i < 10_000 && status == 429; i++) {
        status = anna.post("heartbeat", "").statusCode(); // until the server has seen the end
      }
      assertThat(status).isEqualTo(200);
      anna.assertExhausted();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?i=0", "?i=0&teapeer=1"})
  void aReaderThatStopsReadingHoldsItsSenderBackAndIsDisconnectedForIt(String query)
      throws Exception {
    start(
        SignalingLimits.defaults()
            .withOutgoingMark(100_000)
            .withMaxOutgoing(1_000_000)
            .withStallTimeout(Duration.ofSeconds(1)));
    try (TestSocket anna = TestSocket.join(server, "anna");
        TestStream cleo = TestStream.join(server, "cleo");
        Socket bert = raw("POST /peerjs/bert/T/id" + query, "Content-Length: 0\r\n\r\n")) {
      assertThat(read(bert, 12)).isEqualTo("HTTP/1.1 200");
      String offer = offerOfSize(50_000);
      for (int sent = 0; sent < 40_000_000 && departures.isEmpty(); sent += offer.length()) {
        anna.send(offer);
      }
      expectDeparture("LOST bert");
      anna.offer("cleo");
      cleo.expectOffer("anna", "cleo");
    }
  }

  @Test
  void aClientThatRenewsItsStreamAllTheTimeHasAFewOfThemOnly() throws Exception {
    start(SignalingLimits.defaults());
    List<Socket> streams = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        Socket stream = raw("POST /peerjs/anna/T/id?i=" + i, "Content-Length: 0\r\n\r\n");
        streams.add(stream);
      }
      int ended = 0;
      while (ended < 49) {
        ended = 0;
        for (Socket stream : streams) {
          stream.setSoTimeout(100);
          ended += hasEnded(stream) ? 1 : 0;
        }
      }
      assertThat(departures).isEmpty();
    } finally {
      for (Socket stream : streams) {
        stream.close();
      }
    }
    expectDeparture("LOST anna");
  }

  private static boolean hasEnded(Socket stream) throws IOException {
    try {
      while (stream.getInputStream().read() >= 0) {
        // goes on
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void whoeverTalksWhereItShouldListenIsDisconnected() throws Exception {
    start(SignalingLimits.defaults());
    try (Socket anna = raw("POST /peerjs/anna/T/id?i=0", "Content-Length: 0\r\n\r\n")) {
      assertThat(read(anna, 12)).isEqualTo("HTTP/1.1 200");
      anna.getOutputStream().write('x');
      expectDeparture("LOST anna");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.0", "HTTP/1.1"})
  void aStreamThatIsCutOffInTheMiddleOfALineIsALoss(String version) throws Exception {
    start(SignalingLimits.defaults());
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      Socket anna = new Socket("localhost", server.port());
      anna.setSoTimeout((int) TestSocket.PATIENCE.toMillis());
      anna.getOutputStream()
          .write(
              ("POST /peerjs/anna/T/id?i=0 " + version + "\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(read(anna, 500)).startsWith("HTTP/1.1 200");
      bert.send(
          "{\"type\":\"OFFER\",\"dst\":\"anna\",\"payload\":\"" + "x".repeat(100_000) + "\"}");
      read(anna, 3_000); // half of it
      anna.close();
      expectDeparture("LOST anna");
      bert.assertExhausted();
    }
  }

  @Test
  void anIdOrATokenIsLimitedInLength() throws Exception {
    start(SignalingLimits.defaults().withMaxIdLength(8));
    try (TestStream long9 = TestStream.open(server, "ninechars", "T", "?i=0&teapeer=1")) {
      long9.expect(
          TestStream.PADDING,
          "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"An id or a token may have at most 8 characters\"}}");
      long9.expectEnd();
      assertThat(long9.post("offer", "{}").statusCode()).isEqualTo(401);
    }
  }
}
