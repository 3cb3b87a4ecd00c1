package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
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

  @Test
  void aCallWithoutAChannelIsSeenToBeHungUp() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    RTCPeerConnection old = callWithoutAChannel(TestPeer.open(simulation, "bob"));
    alice.events.assertNext("peer call bob");
    MediaConnection call = alice.events.call();
    call.answer(alice.page.newStream("audio"), null);
    alice.events.assertNext("call stream 1");
    simulation.runUntil(() -> old.getConnectionState().equals("connected"), 10_000);

    old.close();
    simulation.runUntil(() -> call.state() == Connection.State.CLOSED, 1000);
    alice.events.assertNext("call close").assertExhausted();
  }

  @Test
  void aCallGoesOnWhenPeerJsUpTo14LosesItsChannel() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    RTCPeerConnection old = bob.page.newPeerConnection(Values.newObject());
    RTCDataChannel collected = old.createDataChannel("", RTCDataChannelInit.create());
    call(bob, old);
    alice.events.assertNext("peer call bob");
    MediaConnection call = alice.events.call();
    call.answer(alice.page.newStream("audio"), null);
    alice.events.assertNext("call stream 1", "call willCloseOnRemote");

    RTCDataChannel other = call.dataChannel();
    collected.close();
    simulation.runUntil(() -> other.getReadyState().equals("closed"), 10_000);
    alice.events.assertExhausted();
    assertThat(call.state()).isEqualTo(Connection.State.OPEN);

    old.close();
    alice.events.assertNext("call close").assertExhausted();
  }

  /** A call as PeerJS up to 1.4.7 makes it: there is nothing in it but the tracks. */
  private RTCPeerConnection callWithoutAChannel(TestPeer bob) {
    RTCPeerConnection old = bob.page.newPeerConnection(Values.newObject());
    call(bob, old);
    return old;
  }

  private void call(TestPeer bob, RTCPeerConnection old) {
    MediaStream stream = bob.page.newStream("audio");
    old.addTrack(stream.getTracks().get(0), stream);
    simulation
        .server()
        .setRule(
            signal -> {
              if (MessageType.ANSWER.equals(signal.type())) {
                old.setRemoteDescription(Values.get(signal.payload(), "sdp"));
              } else if (MessageType.CANDIDATE.equals(signal.type())) {
                old.addIceCandidate(Values.get(signal.payload(), "candidate"));
              }
              return 0;
            });
    old.setOnicecandidate(
        event -> {
          if (event.getCandidate() != null) {
            forge(bob, MessageType.CANDIDATE, "candidate", event.getCandidate().toJSON());
          }
        });
    old.createOffer(Values.newObject())
        .then(
            offer -> {
              JSObject init = Values.newObject();
              Values.set(init, "type", offer.getType());
              Values.set(init, "sdp", offer.getSdp());
              old.setLocalDescription(init);
              forge(bob, MessageType.OFFER, "sdp", init);
            },
            cause -> {
              throw new AssertionError(cause);
            });
  }

  private void forge(TestPeer bob, String type, String field, JSObject content) {
    JSObject payload = Values.newObject();
    Values.set(payload, "type", "media");
    Values.set(payload, "connectionId", "mc_old");
    Values.set(payload, "browser", "chrome");
    Values.set(payload, field, content);
    simulation.server().forge(type, "bob", "alice", bob.page.toJson(payload));
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
    hideFromAlice(hidden);
    return new ConnectedPair(simulation, options);
  }

  private void hideFromAlice(List<String> hidden) {
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
  }
}
