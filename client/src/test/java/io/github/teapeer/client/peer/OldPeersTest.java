package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

/** What is sent to, and understood of, a Bob whose messages look like those of PeerJS. */
class OldPeersTest {
  private final Simulation simulation = new Simulation(14);

  @Test
  void largeJsonIsSentToPeerJs15() {
    ConnectedPair pair = connectTo15(ConnectOptions.of("json"));
    TestPeer.send(pair.aliceEnd, "x".repeat(100_000));
    pair.bob.events.assertNext("connection data").assertExhausted();
    pair.alice.events.assertExhausted();
    assertThat(pair.bob.events.lastReceived()).isEqualTo("x".repeat(100_000));
  }

  @Test
  void charactersThatPeerJsUpTo14MiscountsAreRead() {
    ConnectedPair pair = connectTo14(ConnectOptions.of("binary"));
    pair.bobEnd.dataChannel().send(frame("93" + "b6f09f9880" + "01" + "b878f09f988079"));
    pair.alice.events.assertNext("connection data").assertExhausted();
    assertThat(pair.alice.events.lastReceived()).isEqualTo(List.of("😀", 1, "x😀y"));
  }

  @Test
  void charactersThatPeerJsUpTo14MiscountsAreReadInAFrameOfText() {
    ConnectedPair pair = connectTo14(ConnectOptions.of("binary"));
    pair.bobEnd.dataChannel().send(JavaValue.of("\u00b6\u00f0\u009f\u0098\u0080"));
    pair.alice.events.assertNext("connection data").assertExhausted();
    assertThat(pair.alice.events.lastReceived()).isEqualTo("😀");
  }

  @Test
  void nullTravelsInAChunkToPeerJsUpTo14() {
    List<String> frames = framesOfNull(connectTo14(ConnectOptions.of("binary")));
    assertThat(frames).hasSize(1);
    assertThat(frames.get(0)).startsWith("84").contains("a1c0");
  }

  @Test
  void nullTravelsAsItIsToPeerJs15() {
    assertThat(framesOfNull(connectTo15(ConnectOptions.of("binary")))).containsExactly("c0");
  }

  private static List<String> framesOfNull(ConnectedPair pair) {
    List<String> frames = new ArrayList<>();
    pair.bobEnd
        .dataChannel()
        .setOnmessage(
            event ->
                frames.add(HexFormat.of().formatHex((byte[]) JavaValue.unwrap(event.getData()))));
    pair.aliceEnd.send(null);
    pair.assertExhausted();
    return frames;
  }

  private static JSObject frame(String hex) {
    return JavaValue.of(HexFormat.of().parseHex(hex));
  }

  private ConnectedPair connectTo15(ConnectOptions options) {
    return connect(options, List.of("teapeer", "browser"));
  }

  private ConnectedPair connectTo14(ConnectOptions options) {
    return connect(options, List.of("teapeer"));
  }

  /** Alice is not told these of Bob. */
  private ConnectedPair connect(ConnectOptions options, List<String> hidden) {
    simulation
        .server()
        .setRule(
            signal -> {
              if (signal.source().equals("bob")) {
                Map<?, ?> fields = (Map<?, ?>) JavaValue.unwrap(signal.payload());
                fields.keySet().removeAll(hidden);
              }
              return 0;
            });
    return new ConnectedPair(simulation, options);
  }
}
