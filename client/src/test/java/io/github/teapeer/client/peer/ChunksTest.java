package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.binarypack.BinaryPack;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chunks as a stranger may send them: Bob's frames are made by hand. */
class ChunksTest {
  private final Simulation simulation = new Simulation(9);
  private ConnectedPair pair;
  private RTCDataChannel channel;

  @BeforeEach
  void connect() {
    pair = new ConnectedPair(simulation);
    channel = pair.bobEnd.dataChannel();
  }

  private void sendFrame(Object value) {
    channel.send(JavaValue.of(BinaryPack.pack(value)));
  }

  private void sendChunk(Object id, Object index, Object data, Object total) {
    Map<String, Object> chunk = new LinkedHashMap<>();
    chunk.put("__peerData", id);
    chunk.put("n", index);
    chunk.put("data", data);
    chunk.put("total", total);
    sendFrame(chunk);
  }

  private static byte[] part(String text, int from, int to) {
    return Arrays.copyOfRange(BinaryPack.pack(text), from, Math.min(to, text.length() + 1));
  }

  private void expectData(Object expected) {
    pair.alice.events.assertNext("connection data");
    assertThat(pair.alice.events.lastReceived()).isEqualTo(expected);
  }

  @Test
  void chunksArePutTogetherByTheirNumbers() {
    sendChunk(1, 2, part("hello", 4, 9), 3);
    sendChunk(1, 0, part("hello", 0, 2), 3);
    sendChunk(1, 1, part("hello", 2, 4), 3);
    expectData("hello");
    pair.alice.events.assertExhausted();
  }

  @Test
  void chunksOfSeveralMessagesMayBeMixed() {
    sendChunk(1, 0, part("first", 0, 3), 2);
    sendChunk(2, 0, part("second", 0, 3), 2);
    sendChunk(2, 1, part("second", 3, 9), 2);
    sendChunk(1, 1, part("first", 3, 9), 2);
    expectData("second");
    expectData("first");
    pair.alice.events.assertExhausted();
  }

  @Test
  void chunksThatComeTwiceCountOnce() {
    sendChunk(1, 0, part("hello", 0, 3), 2);
    sendChunk(1, 0, part("hello", 0, 3), 2);
    sendChunk(1, 1, part("hello", 3, 9), 2);
    expectData("hello");
    pair.alice.events.assertExhausted();
  }

  @Test
  void chunksThatCannotBelongToTheirMessageAreIgnored() {
    sendChunk(1, 0, part("hello", 0, 3), 2);
    sendChunk(1, 2, new byte[] {1}, 2);
    sendChunk(1, -1, new byte[] {1}, 2);
    sendChunk(1, 1, new byte[] {1}, 3);
    sendChunk(1, "1", new byte[] {1}, 2);
    sendChunk(1, 1, part("hello", 3, 9), 2);
    expectData("hello");
    pair.alice.events.assertExhausted();
  }

  @Test
  void anAbsurdNumberOfChunksIsIgnored() {
    sendChunk(1, 0, new byte[] {1}, Integer.MAX_VALUE);
    sendChunk(2, 0, new byte[] {1}, 1_000_000);
    sendChunk(3, 0, BinaryPack.pack("goes on"), 1);
    expectData("goes on");
    pair.alice.events.assertExhausted();
  }

  @Test
  void whatOnlyLooksLikeAChunkIsData() {
    sendChunk("mine", 0, new byte[] {1}, 1);
    sendChunk(0, 0, new byte[] {1}, 1);
    sendChunk(1, 0, "no bytes", 1);
    sendChunk(1, 0, new byte[] {1}, 0);
    for (int i = 0; i < 4; i++) {
      pair.alice.events.assertNext("connection data");
    }
    pair.alice.events.assertExhausted();
  }

  @Test
  void aChunkThatHoldsAChunkIsData() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("__peerData", 7);
    inner.put("n", 0);
    inner.put("data", new byte[] {1});
    inner.put("total", 1);
    sendChunk(1, 0, BinaryPack.pack(inner), 1);
    pair.alice.events.assertNext("connection data").assertExhausted();
    assertThat(((Map<?, ?>) pair.alice.events.lastReceived()).get("total")).isEqualTo(1);
  }

  @Test
  void chunksThatMakeNoMessageAreReported() {
    sendChunk(1, 0, new byte[] {(byte) 0xda}, 1);
    pair.alice.events.assertNext("connection error bad-data");
    TestPeer.send(pair.bobEnd, "goes on");
    expectData("goes on");
  }

  @Test
  void ofTooManyMessagesThatNeverCompleteTheOldestAreDroppedAndReported() {
    for (int id = 1001; id <= 1300; id++) {
      sendChunk(id, 0, new byte[100], 2);
    }
    for (int dropped = 0; dropped < 300 - 256; dropped++) {
      pair.alice.events.assertNext("connection error bad-data");
    }
    assertThat(pair.alice.events.lastError().message())
        .isEqualTo("A message of bob was dropped with 1 of 2 chunks: too many");
    TestPeer.send(pair.bobEnd, "x".repeat(500_000));
    pair.alice.events.assertNext("connection error bad-data");
    expectData("x".repeat(500_000));
    pair.alice.events.assertExhausted();
  }

  @Test
  void aMessageThatDoesNotGrowForAMinuteIsDroppedAndReportedOnce() {
    sendChunk(1, 0, part("hello", 0, 3), 3);
    sendChunk(2, 0, part("world", 0, 2), 4);
    simulation.runFor(50_000);
    sendChunk(2, 1, part("world", 2, 4), 4);
    simulation.runFor(50_000);
    sendChunk(2, 2, part("world", 4, 5), 4);
    simulation.runFor(50_000);
    pair.alice.events.assertNext("connection error bad-data");
    assertThat(pair.alice.events.lastError().message())
        .isEqualTo("A message of bob was dropped with 1 of 3 chunks: incomplete for too long");
    sendChunk(1, 1, part("hello", 3, 5), 3);
    sendChunk(1, 2, part("hello", 5, 9), 3);
    sendChunk(2, 3, part("world", 5, 9), 4);
    expectData("world");
    simulation.runFor(300_000);
    pair.alice.events.assertExhausted();
    sendChunk(1, 0, BinaryPack.pack("forgotten"), 1);
    expectData("forgotten");
    pair.destroy();
  }

  @Test
  void controlFramesOfAnyKindDoNoHarm() {
    Object[] numbers = {0, -1, 1, 3, 2, Integer.MAX_VALUE, 1e300, Double.NaN, "1", null, 0.5};
    for (String type : new String[] {"abort", "unheard-of", "__proto__", ""}) {
      for (Object number : numbers) {
        Map<String, Object> control = new LinkedHashMap<>();
        control.put("type", type);
        control.put("n", number);
        sendFrame(Map.of("__peerData", control));
      }
      sendFrame(Map.of("__peerData", Map.of("type", type)));
    }
    sendChunk(1, 0, part("hello", 0, 3), 2);
    sendFrame(Map.of("__peerData", Map.of("type", "abort", "n", 2)));
    sendFrame(Map.of("__peerData", Map.of("type", "abort", "n", 1)));
    sendFrame(Map.of("__peerData", Map.of("type", "abort", "n", 1)));
    sendChunk(1, 1, part("hello", 3, 9), 2);
    pair.assertExhausted();
    TestPeer.send(pair.aliceEnd, "still sends");
    pair.bob.events.assertNext("connection data");
    pair.assertExhausted();
  }

  @Test
  void whoIsToHoldBackDoesSoWhateverOrderItIsToldIn() {
    sendFrame(Map.of("__peerData", Map.of("type", "flow", "n", 2)));
    sendFrame(Map.of("__peerData", Map.of("type", "flow", "n", 1)));
    simulation.runFor(1000);
    TestPeer.send(pair.aliceEnd, "goes");
    pair.bob.events.assertNext("connection data");
    sendFrame(Map.of("__peerData", Map.of("type", "flow", "n", 7)));
    simulation.runFor(1000);
    TestPeer.send(pair.aliceEnd, "waits");
    pair.assertExhausted();
    assertThat(pair.aliceEnd.bufferSize()).isEqualTo(1);
    sendFrame(Map.of("__peerData", Map.of("type", "flow", "n", 8)));
    pair.bob.events.assertNext("connection data");
    pair.assertExhausted();
  }

  @Test
  void theGracefulCloseOfPeerJs15ClosesTheConnection() {
    sendFrame(Map.of("__peerData", Map.of("type", "close")));
    pair.alice.events.assertNext("connection close");
    pair.bob.events.assertNext("connection close");
    pair.assertExhausted();
  }

  @Test
  void packedBytesMayComeAsText() {
    StringBuilder text = new StringBuilder();
    for (byte octet : BinaryPack.pack("häh")) {
      text.append((char) (octet & 0xff));
    }
    channel.send(JavaValue.of(text.toString()));
    expectData("häh");
  }

  @Test
  void nothingIsReportedOfAConnectionThatWasClosedMeanwhile() {
    pair.alice.events.react(event -> pair.aliceEnd.close());
    for (int id = 1; id <= 3; id++) {
      sendChunk(id, 0, new byte[100], 2);
    }
    simulation.runFor(130_000);
    pair.alice.events.assertNext("connection error bad-data", "connection close");
    pair.alice.events.assertExhausted();
  }

  @Test
  void whatIsMalformedIsNotReportedWhereItsProgressHasClosedTheConnection() {
    List<String> told = new ArrayList<>();
    pair.aliceEnd.setListener(
        new DataConnectionListener() {
          @Override
          public void onProgress(boolean outgoing, double transferred, double total) {
            told.add("progress");
            if (transferred == total) {
              pair.aliceEnd.close();
            }
          }

          @Override
          public void onClose() {
            told.add("close");
          }

          @Override
          public void onError(PeerError error) {
            told.add("error");
          }
        });
    sendChunk(1, 0, new byte[] {(byte) 0xda, -1}, 2);
    sendChunk(1, 1, new byte[] {-1}, 2);
    simulation.runFor(1000);
    assertThat(told).containsExactly("progress", "progress", "close");
  }
}
