package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** A client that goes from one connection to the next while somebody writes to it all the time. */
class StreamHandOverTest {
  private SignalingServer server;
  private final List<TestStream> streams = new ArrayList<>();
  private final List<TestSocket> sockets = new ArrayList<>();
  private final AtomicInteger sent = new AtomicInteger();
  private volatile boolean enough;

  @BeforeEach
  void start() throws Exception {
    server =
        SignalingServer.start(
            SignalingServerOptions.builder()
                .port(0)
                .expireTimeout(Duration.ofMinutes(5))
                .limits(
                    SignalingLimits.defaults()
                        .withMaxHeldPerSender(50_000)
                        .withMaxHeldPerReceiver(50_000))
                .build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void write(TestSocket bert) {
    while (!enough) {
      for (int i = 0; i < 20; i++) {
        candidate(bert, "" + sent.getAndIncrement());
      }
      bert.assertExhausted(); // waits until the server has read all that
    }
  }

  private static void candidate(TestSocket from, String payload) {
    from.send("{\"type\":\"CANDIDATE\",\"dst\":\"anna\",\"payload\":" + payload + "}");
  }

  private TestStream stream(String query) {
    TestStream stream = TestStream.open(server, "anna", "T", query);
    streams.add(stream);
    return stream;
  }

  private TestSocket socket() {
    TestSocket socket = TestSocket.open(server, "?key=peerjs&id=anna&token=T");
    sockets.add(socket);
    return socket;
  }

  /** Goes on by some other way, and returns the socket if it is one. */
  private TestSocket hop(Random random, TestSocket current) {
    switch (random.nextInt(4)) {
      case 0 -> {
        hangUp(current);
        stream("?i=0&teapeer=1");
        return null;
      }
      case 1 -> {
        hangUp(current);
        stream("?i=" + random.nextInt(2));
        return null;
      }
      case 2 -> {
        stream("?i=" + random.nextInt(2) + (random.nextBoolean() ? "&teapeer=1" : ""));
        return current; // beside the socket, if there is one
      }
      default -> {
        return socket();
      }
    }
  }

  private static void hangUp(TestSocket current) {
    if (current != null) {
      // The JDK's client fails if it is pinged while it closes. What the server has sent to try the
      // socket comes before the answer to this.
      current.ping("closing");
      current.close(1000);
    }
  }

  @RepeatedTest(3)
  void everyMessageArrivesOnceWhicheverWayItTakes() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (TestSocket bert = TestSocket.join(server, "bert")) {
      stream("?i=0&teapeer=1");
      CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(bert));
      TestSocket current = null;
      for (int hops = 0; hops < 60; hops++) {
        current = hop(random, current);
        int mark = sent.get() + random.nextInt(50);
        while (sent.get() < mark && !writing.isDone()) {
          Thread.onSpinWait();
        }
      }
      hangUp(current);
      stream("?i=0&teapeer=1");
      enough = true;
      writing.get(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      streams.get(streams.size() - 1).post("close", "");

      assertArrivedOnce("seed " + seed);
    } finally {
      sockets.forEach(TestSocket::close);
      streams.forEach(TestStream::close);
    }
  }

  private void assertArrivedOnce(String seed) {
    List<String> arrived = new ArrayList<>();
    streams.forEach(stream -> arrived.addAll(stream.drainToEnd()));
    sockets.forEach(TestSocket::closeCode);
    sockets.forEach(socket -> arrived.addAll(socket.drain()));
    Set<String> candidates = new HashSet<>();
    for (String line : arrived) {
      if (line.contains("CANDIDATE")) {
        assertThat(candidates.add(payload(line))).as("%s, twice: %s", seed, line).isTrue();
      } else {
        assertThat(line).as(seed).isIn(TestStream.PADDING, TestSocket.OPEN);
      }
    }
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < sent.get(); i++) {
      if (!candidates.remove("" + i)) {
        lost.add("" + i);
      }
    }
    assertThat(lost).as("%s, lost of %d", seed, sent.get()).isEmpty();
    assertThat(candidates).as(seed).isEmpty();
  }

  private static String payload(String line) {
    String start = "\"payload\":";
    return line.substring(line.indexOf(start) + start.length(), line.lastIndexOf('}')).strip();
  }
}
