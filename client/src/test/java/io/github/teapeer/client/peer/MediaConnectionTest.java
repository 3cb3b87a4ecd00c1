package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.teapeer.client.negotiation.SdpTransform;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.SimulatedMediaStreamTrack;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.teavm.jso.JSObject;

class MediaConnectionTest {
  private final Simulation simulation = new Simulation(4);
  private TestPeer alice;
  private TestPeer bob;
  private MediaStream aliceStream;
  private MediaStream bobStream;

  @BeforeEach
  void openBoth() {
    alice = TestPeer.open(simulation, "alice");
    bob = TestPeer.open(simulation, "bob");
    aliceStream = alice.page.newStream("audio", "video");
    bobStream = bob.page.newStream("audio", "video");
  }

  private MediaConnection callBob() {
    MediaConnection call = alice.call("bob", aliceStream);
    bob.events.assertNext("peer call alice");
    return call;
  }

  private MediaConnection connectedCall() {
    MediaConnection call = callBob();
    bob.events.call().answer(bobStream, null);
    bob.events.assertNext("call stream 2");
    alice.events.assertNext("call stream 2", "call willCloseOnRemote");
    bob.events.assertNext("call willCloseOnRemote");
    return call;
  }

  private void assertExhausted() {
    alice.events.assertExhausted();
    bob.events.assertExhausted();
  }

  private void destroyBoth() {
    alice.peer.destroy();
    bob.peer.destroy();
    alice.page.assertNothingOpen();
    bob.page.assertNothingOpen();
  }

  @Test
  void aCallThatIsAnsweredHasAStreamOnBothSidesOnce() {
    MediaConnection call = connectedCall();
    assertExhausted();
    assertThat(call.state()).isEqualTo(Connection.State.OPEN);
    assertThat(call.connectionId()).startsWith("mc_").isEqualTo(bob.events.call().connectionId());
    assertThat(call.remoteStream().getId()).isEqualTo(bobStream.getId());
    assertThat(call.localStream()).isSameAs(aliceStream);
    assertThat(bob.events.call().remoteStream().getId()).isEqualTo(aliceStream.getId());
    SimulatedMediaStreamTrack seen =
        (SimulatedMediaStreamTrack) call.remoteStream().getVideoTracks().get(0);
    assertThat(seen.source())
        .containsSame((SimulatedMediaStreamTrack) bobStream.getVideoTracks().get(0));
  }

  @Test
  void handlersThatTheApplicationSetsTakeNothingAway() {
    MediaConnection call = callBob();
    bob.events.call().answer(bobStream, null);
    List<MediaStreamTrack> tracks = new ArrayList<>();
    call.peerConnection().setOntrack(event -> tracks.add(event.getTrack()));
    bob.events.call().peerConnection().setOndatachannel(event -> {});
    bob.events.assertNext("call stream 2");
    alice.events.assertNext("call stream 2", "call willCloseOnRemote");
    bob.events.assertNext("call willCloseOnRemote");
    assertThat(tracks).hasSize(2);
  }

  @Test
  void aCallMayBeAnsweredWithoutAStream() {
    MediaConnection call = callBob();
    bob.events.call().answer(null, null);
    bob.events.assertNext("call stream 2", "call willCloseOnRemote");
    alice.events.assertNext("call willCloseOnRemote");
    assertExhausted();
    assertThat(call.state()).isEqualTo(Connection.State.OPEN);
    assertThat(call.remoteStream()).isNull();
  }

  private static CallOptions transformed(SdpTransform transform) {
    return CallOptions.of(null, transform, null, Values.newArray(), DialLimits.none());
  }

  private static CallOptions receive(String... kinds) {
    JSObject receive = Values.newArray();
    for (String kind : kinds) {
      Values.push(receive, Values.of(kind));
    }
    return CallOptions.of(null, null, null, receive, DialLimits.none());
  }

  @Test
  void aCallMayOnlyReceive() {
    MediaConnection call =
        alice.events.listenTo(alice.peer.call("bob", null, receive("audio", "video")));
    bob.events.assertNext("peer call alice");
    bob.events.call().answer(bobStream, null);
    alice.events.assertNext("call stream 2", "call willCloseOnRemote");
    bob.events.assertNext("call willCloseOnRemote");
    assertExhausted();
    assertThat(alice.events.tracks()).containsExactly("audio 1", "video 1");
    assertThat(call.localStream()).isNull();
    assertThat(bob.events.call().remoteStream()).isNull();
    call.close();
    alice.events.assertNext("call close");
    bob.events.assertNext("call close");
    destroyBoth();
  }

  @Test
  void aCallThatAsksForSoundGetsNoPicture() {
    alice.events.listenTo(alice.peer.call("bob", null, receive("audio")));
    bob.events.assertNext("peer call alice");
    bob.events.call().answer(bobStream, null);
    alice.events.assertNext("call stream 1", "call willCloseOnRemote");
    assertThat(alice.events.tracks()).containsExactly("audio 1");
  }

  @Test
  void aCallMayReceiveMoreThanItSends() {
    MediaStream sound = alice.page.newStream("audio");
    alice.events.listenTo(alice.peer.call("bob", sound, receive("audio", "video")));
    bob.events.assertNext("peer call alice");
    bob.events.call().answer(bobStream, null);
    bob.events.assertNext("call stream 1", "call willCloseOnRemote");
    alice.events.assertNext("call stream 2", "call willCloseOnRemote");
    assertThat(alice.events.tracks()).containsExactly("audio 1", "video 1");
    assertThat(bob.events.tracks()).containsExactly("audio 1");
  }

  @Test
  void aCallThatIsNotAnsweredStaysAsItIs() {
    MediaConnection call = callBob();
    simulation.runFor(60_000);
    assertExhausted();
    assertThat(call.state()).isEqualTo(Connection.State.CONNECTING);
    assertThat(bob.events.call().state()).isEqualTo(Connection.State.CONNECTING);
    bob.events.call().answer(bobStream, null);
    bob.events.assertNext("call stream 2");
    alice.events.assertNext("call stream 2", "call willCloseOnRemote");
  }

  @Test
  void metadataArrives() {
    JSObject metadata = JavaValue.of("who is calling");
    alice.peer.call(
        "bob",
        aliceStream,
        CallOptions.of(metadata, null, null, Values.newArray(), DialLimits.none()));
    bob.events.assertNext("peer call alice");
    assertThat(bob.events.call().metadata()).isEqualTo(metadata);
  }

  @Test
  void theCallerHangsUp() {
    connectedCall().close();
    alice.events.assertNext("call close");
    bob.events.assertNext("call close");
    assertExhausted();
    destroyBoth();
  }

  @Test
  void theSideThatWasCalledHangsUp() {
    connectedCall();
    bob.events.call().close();
    bob.events.assertNext("call close");
    alice.events.assertNext("call close");
    assertExhausted();
    destroyBoth();
  }

  @Test
  void tracksGoOnWhenACallEnds() {
    connectedCall().close();
    simulation.runFor(2000);
    assertThat(aliceStream.isActive()).isTrue();
    assertThat(bobStream.isActive()).isTrue();
  }

  @Test
  void aCallMayBeClosedWithoutAnAnswer() {
    callBob();
    bob.events.call().close();
    bob.events.assertNext("call close").assertExhausted();
    destroyBoth();
  }

  @Test
  void answeringTwiceIsOnlyLogged() {
    connectedCall();
    bob.events.call().answer(bobStream, null);
    assertExhausted();
    assertThat(bob.page.log()).hasSize(1);
  }

  @Test
  void answeringAClosedCallIsOnlyLogged() {
    callBob();
    bob.events.call().close();
    bob.events.call().answer(bobStream, null);
    bob.events.assertNext("call close").assertExhausted();
    assertThat(bob.page.log()).hasSize(1);
    bob.peer.destroy();
    bob.page.assertNothingOpen();
  }

  @Test
  void theCallerCannotAnswer() {
    MediaConnection call = callBob();
    call.answer(bobStream, null);
    assertExhausted();
    assertThat(call.state()).isEqualTo(Connection.State.CONNECTING);
  }

  @Test
  void anUnknownPeerIsReportedAsUnavailable() {
    alice.call("nobody", aliceStream);
    alice.events.assertNext(
        "call error peer-unavailable", "call close", "peer error peer-unavailable");
    alice.events.assertExhausted();
  }

  @Test
  void callBeforeOpen() {
    TestPeer carol = new TestPeer(simulation, "carol");
    carol.call("bob", carol.page.newStream("audio"));
    carol.events.assertNext("peer open carol");
    bob.events.assertNext("peer call carol");
    bob.events.call().answer(null, null);
    bob.events.assertNext("call stream 1");
  }

  @Test
  void bothSidesCallAtOnce() {
    MediaConnection fromAlice = alice.call("bob", aliceStream);
    MediaConnection fromBob = bob.call("alice", bobStream);
    bob.events.assertNext("peer call alice");
    alice.events.assertNext("peer call bob");
    bob.events.call().answer(bob.page.newStream("audio"), null);
    alice.events.call().answer(alice.page.newStream("audio"), null);
    simulation.runFor(5000);
    for (TestPeer side : List.of(alice, bob)) {
      assertThat(side.events.drain())
          .containsExactlyInAnyOrder(
              "call stream 1", "call stream 2", "call willCloseOnRemote", "call willCloseOnRemote");
    }
    assertThat(fromAlice.state()).isEqualTo(Connection.State.OPEN);
    assertThat(fromBob.state()).isEqualTo(Connection.State.OPEN);
  }

  @Test
  void theSdpCanBeChangedOnBothSides() {
    CallOptions options = transformed(sdp -> addLine(sdp, "b=AS:30"));
    alice.events.listenTo(alice.peer.call("bob", aliceStream, options));
    bob.events.assertNext("peer call alice");
    bob.events.call().answer(bobStream, sdp -> addLine(sdp, "b=AS:40"));
    bob.events.assertNext("call stream 2");
    alice.events.assertNext("call stream 2");
    assertThat(sdpOf(MessageType.OFFER)).contains("b=AS:30");
    assertThat(sdpOf(MessageType.ANSWER)).contains("b=AS:40");
  }

  static Stream<Arguments> uselessTransforms() {
    SdpTransform throwing =
        sdp -> {
          throw new IllegalStateException("no such codec");
        };
    return Stream.of(
        arguments("one that throws", throwing),
        arguments("one that returns an object", (SdpTransform) sdp -> Values.newObject()),
        arguments("one that returns a number", (SdpTransform) sdp -> JavaValue.of(5)),
        arguments("one that returns no SDP", (SdpTransform) sdp -> JavaValue.of("no SDP")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("uselessTransforms")
  void aUselessTransformOfTheCallerFailsTheCall(String name, SdpTransform transform) {
    CallOptions options = transformed(transform);
    alice.events.listenTo(alice.peer.call("bob", aliceStream, options));
    alice.events.assertNext("call error webrtc", "call close", "peer error webrtc");
    destroyBoth();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("uselessTransforms")
  void aUselessTransformOfTheCalleeFailsTheCall(String name, SdpTransform transform) {
    callBob();
    bob.events.call().answer(bobStream, transform);
    bob.events.assertNext("call stream 2", "call error webrtc", "call close", "peer error webrtc");
    alice.events.assertNext("call close");
    destroyBoth();
  }

  @Test
  void aTransformMayReturnNothing() {
    CallOptions options = transformed(sdp -> null);
    alice.events.listenTo(alice.peer.call("bob", aliceStream, options));
    bob.events.assertNext("peer call alice");
    bob.events.call().answer(bobStream, sdp -> JavaValue.of(""));
    bob.events.assertNext("call stream 2");
    alice.events.assertNext("call stream 2");
  }

  private static JSObject addLine(String sdp, String line) {
    return JavaValue.of(sdp.replace("t=0 0\r\n", "t=0 0\r\n" + line + "\r\n"));
  }

  private String sdpOf(String type) {
    return simulation.server().received().stream()
        .filter(signal -> type.equals(signal.type()))
        .map(signal -> Values.getString(Values.get(signal.payload(), "sdp"), "sdp"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void candidatesMayComeBeforeTheCallIsAnswered() {
    callBob();
    simulation.runFor(5000);
    bob.events.call().answer(bobStream, null);
    bob.events.assertNext("call stream 2", "call willCloseOnRemote");
  }

  @Test
  void candidatesMayComeBeforeTheOffer() {
    simulation.server().setRule(signal -> MessageType.OFFER.equals(signal.type()) ? 2000 : 0);
    alice.call("bob", aliceStream);
    bob.events.assertNext("peer call alice");
    bob.events.call().answer(bobStream, null);
    bob.events.assertNext("call stream 2", "call willCloseOnRemote");
  }

  @Test
  void aKilledTabEndsTheCall() {
    connectedCall();
    bob.page.killTab();
    alice.events.assertNext("call reconnecting", "call close").assertExhausted();
  }

  @Test
  void aLeaveEndsACallThatIsNotAnswered() {
    callBob();
    simulation.server().forge(MessageType.LEAVE, "alice", "bob", "null");
    bob.events.assertNext("call close").assertExhausted();
  }

  @Test
  void theCallersPeerIsDestroyedDuringTheCall() {
    connectedCall();
    alice.peer.destroy();
    alice.events.assertNext("peer disconnected alice", "call close", "peer close");
    bob.events.assertNext("call close");
    assertExhausted();
    destroyBoth();
  }

  @Test
  void aDataConnectionAndACallDoNotDisturbEachOther() {
    connectedCall();
    DataConnection connection = alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    connection.close();
    alice.events.assertNext("connection close");
    bob.events.assertNext("connection close");
    assertExhausted();
  }
}
