package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.SignalRecord;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.jso.JSObject;

/** How connections end that were not open, or only just, and what the other side sees of it. */
class CallEndingTest {
  /** How soon the other side knows, in milliseconds: what a message takes, and not ICE. */
  private static final int AT_ONCE = 500;

  private final Simulation simulation = new Simulation(11);
  private CallPair pair;
  private TestPeer alice;
  private TestPeer bob;

  @BeforeEach
  void openBoth() {
    pair = new CallPair(simulation);
    alice = pair.alice;
    bob = pair.bob;
  }

  private void assertSoon(TestPeer peer, String... events) {
    long start = simulation.now();
    peer.events.assertNext(events);
    assertThat(simulation.now() - start).as("Time until %s", events[0]).isLessThan(AT_ONCE);
  }

  private void assertOver() {
    pair.assertExhausted();
    assertThat(alice.peer.connections().size()).isZero();
    assertThat(bob.peer.connections().size()).isZero();
    pair.destroy();
  }

  @Test
  void aCallIsRejectedWithAReason() {
    MediaConnection call = pair.ringing();
    bob.events.call().reject(JavaValue.of("busy"));
    bob.events.assertNext("call close");
    assertSoon(alice, "call rejected busy", "call close");
    assertThat(call.state()).isEqualTo(Connection.State.CLOSED);
    assertOver();
  }

  @Test
  void aCallIsRejectedWithoutAReason() {
    pair.ringing();
    bob.events.call().reject(null);
    bob.events.assertNext("call close");
    assertSoon(alice, "call rejected null", "call close");
    assertOver();
  }

  @Test
  void aReasonMayBeAnyJson() {
    pair.ringing();
    JSObject reason = bob.page.parseJson("{\"code\":486,\"until\":[\"tea\"]}");
    bob.events.call().reject(reason);
    bob.events.assertNext("call close");
    alice.events.assertNext("call rejected " + JavaValue.unwrap(reason), "call close");
    assertOver();
  }

  @Test
  void anUnansweredCallThatIsClosedIsClosedAtTheCallerToo() {
    pair.ringing();
    bob.events.call().close();
    bob.events.assertNext("call close");
    assertSoon(alice, "call close");
    assertOver();
  }

  @Test
  void aCallThatWasAnsweredCannotBeRejected() {
    pair.connected();
    bob.events.call().reject(JavaValue.of("too late"));
    pair.assertExhausted();
    assertThat(bob.page.log()).hasSize(1);
  }

  @Test
  void theCallerCannotReject() {
    MediaConnection call = pair.ringing();
    call.reject(JavaValue.of("myself"));
    pair.assertExhausted();
    assertThat(call.state()).isEqualTo(Connection.State.CONNECTING);
  }

  @Test
  void aCallerThatHangsUpIsSeenBeforeTheAnswer() {
    pair.ringing().close();
    alice.events.assertNext("call close");
    assertSoon(bob, "call close");
    bob.events.call().answer(pair.bobStream, null);
    assertOver();
  }

  @Test
  void aCallThatWasGivenUpBeforeItCameDoesNotRing() {
    simulation.server().setRule(signal -> MessageType.OFFER.equals(signal.type()) ? 2000 : 0);
    alice.call("bob", pair.aliceStream).close();
    simulation.server().setRule(signal -> MessageType.OFFER.equals(signal.type()) ? 2000 : 0);
    MediaConnection second = alice.call("bob", pair.aliceStream);
    simulation.runFor(1000);
    second.close();
    alice.events.assertNext("call close", "call close");
    simulation.runFor(5000);
    assertOver();
  }

  @Test
  void answerAndHangUpCrossOnTheirWay() {
    MediaConnection call = pair.ringing();
    bob.events.call().answer(pair.bobStream, null);
    call.close();
    alice.events.assertNext("call close");
    simulation.runFor(AT_ONCE);
    assertThat(bob.events.drain()).endsWith("call close");
    assertOver();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hangingUpInTheFirstInstantIsSeenAtOnce(boolean callerHangsUp) {
    MediaConnection call = pair.ringing();
    TestPeer first = callerHangsUp ? alice : bob;
    TestPeer second = callerHangsUp ? bob : alice;
    bob.events.call().answer(pair.bobStream, null);
    simulation.runUntil(() -> call.state() == Connection.State.OPEN, 5000);
    assertThat(call.dataChannel().getReadyState()).isEqualTo("connecting");
    first.events.drain();
    (callerHangsUp ? call : bob.events.call()).close();
    first.events.assertNext("call close");
    simulation.runFor(AT_ONCE);
    assertThat(second.events.drain()).endsWith("call close");
    assertOver();
  }

  @Test
  void aDestroyedPeerEndsTheCallsThatRing() {
    pair.ringing();
    alice.peer.destroy();
    alice.events.assertNext("peer disconnected alice", "call close", "peer close");
    assertSoon(bob, "call close");
    assertOver();
  }

  @Test
  void aDestroyedPeerDeclinesTheCallsThatRing() {
    pair.ringing();
    bob.peer.destroy();
    bob.events.assertNext("peer disconnected bob", "call close", "peer close");
    assertSoon(alice, "call close");
    assertOver();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDataConnectionThatIsClosedBeforeItOpensIsClosedAtBothEnds(boolean dialler) {
    DataConnection connection = alice.connect("bob");
    bob.events.assertNext("peer connection alice");
    (dialler ? connection : bob.events.connection()).close();
    alice.events.assertNext("connection close");
    bob.events.assertNext("connection close");
    assertOver();
  }

  @Test
  void aCloseDoesNotOvertakeTheDataOfAnOpenConnection() {
    ConnectedPair data = new ConnectedPair(new Simulation(12));
    TestPeer.send(data.aliceEnd, "last words");
    data.aliceEnd.flushAndClose();
    data.bob.events.assertNext("connection data", "connection close");
    data.alice.events.assertNext("connection close");
    data.destroy();
  }

  @Test
  void anEndThatSomebodyElseSendsIsNotBelieved() {
    MediaConnection call = pair.ringing();
    TestPeer.open(simulation, "mallory");
    end("mallory", "bob", call.connectionId(), "\"closed\"");
    end("mallory", "alice", call.connectionId(), "\"rejected\"");
    pair.assertExhausted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "{}", "null", "[]", "true"})
  void anEndThatIsNoTextIsIgnored(String end) {
    MediaConnection call = pair.ringing();
    end("alice", "bob", call.connectionId(), end);
    pair.assertExhausted();
  }

  @Test
  void onlyTheSideThatWasCalledRejects() {
    MediaConnection call = pair.ringing();
    end("alice", "bob", call.connectionId(), "\"rejected\"");
    bob.events.assertNext("call close").assertExhausted();
  }

  private void end(String source, String destination, String connectionId, String end) {
    simulation
        .server()
        .forge(
            MessageType.CANDIDATE,
            source,
            destination,
            "{\"type\":\"media\",\"connectionId\":\""
                + connectionId
                + "\",\"candidate\":null,\"teapeer\":{\"v\":1,\"end\":"
                + end
                + "}}");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "chrome")
  void aCallOfPeerJsIsRejectedInWordsThatItUnderstands(String browser) {
    pair.playStock("alice", browser);
    MediaConnection call = pair.ringing();
    bob.events.call().reject(JavaValue.of("busy"));
    bob.events.assertNext("call close");
    simulation.runFor(AT_ONCE);
    assertThat(pair.sent("bob", MessageType.CANDIDATE)).isZero();
    assertRefused(call);
    assertThat(pair.sent("bob", MessageType.LEAVE)).isZero();
    assertOffersNothing("bob", call);
    // What our own client makes of the two: it is answered.
    alice.events.drain();
  }

  private void assertRefused(MediaConnection call) {
    JSObject answer = lastOf("bob", MessageType.ANSWER).payload();
    assertThat(sdpOf(lastOf("bob", MessageType.ANSWER)))
        .contains("m=audio 0 ", "m=video 0 ", "m=application 0 ")
        .doesNotContain("a=group");
    assertThat(Values.getString(answer, "connectionId")).isEqualTo(call.connectionId());
  }

  /** PeerJS from 1.0 on closes a connection that it gets a second OFFER for. */
  private void assertOffersNothing(String sender, MediaConnection call) {
    JSObject offer = lastOf(sender, MessageType.OFFER).payload();
    assertThat(Values.getString(offer, "connectionId")).isEqualTo(call.connectionId());
    assertThat(Values.getString(offer, "type")).isEqualTo("end");
    assertThat(Values.get(offer, "sdp")).isNull();
  }

  @Test
  void aCallOfPeerJs03IsRejectedByLeaving() {
    pair.playStock("alice", "Chrome");
    MediaConnection call = pair.ringing();
    bob.events.call().reject(null);
    bob.events.assertNext("call close");
    simulation.runFor(AT_ONCE);
    assertRefused(call);
    assertThat(pair.sent("bob", MessageType.OFFER)).isZero();
    assertThat(pair.sent("bob", MessageType.LEAVE)).isEqualTo(1);
    alice.events.drain();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"Chrome", "chrome"})
  void aRejectedCallOfPeerJsLeavesItsOtherConnectionsAlone(String browser) {
    pair.playStock("alice", browser);
    DataConnection chat = alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    pair.ringing();
    bob.events.call().reject(null);
    simulation.runFor(AT_ONCE);
    assertThat(pair.sent("bob", MessageType.ANSWER)).isEqualTo(2);
    assertThat(pair.sent("bob", MessageType.LEAVE)).isZero();
    assertThat(chat.state()).isEqualTo(Connection.State.OPEN);
  }

  @Test
  void aCallToPeerJsThatIsHungUpBeforeItsChannelIsOpenEndsWithAnOfferOfNothing() {
    pair.playStock("bob");
    MediaConnection call = pair.ringing();
    bob.events.call().answer(pair.bobStream, null);
    simulation.runUntil(() -> call.state() == Connection.State.OPEN, 5000);
    long candidates = pair.sent("alice", MessageType.CANDIDATE);
    call.close();
    simulation.runFor(AT_ONCE);
    assertOffersNothing("alice", call);
    assertThat(pair.sent("alice", MessageType.LEAVE)).isZero();
    assertThat(pair.sent("alice", MessageType.CANDIDATE)).isEqualTo(candidates);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "chrome")
  void aCallToPeerJsEndsWithAnOfferOfNothingToo(String browser) {
    pair.playStock("bob", browser);
    MediaConnection call = pair.connected();
    call.close();
    alice.events.assertNext("call close");
    bob.events.assertNext("call close");
    simulation.runFor(AT_ONCE);
    assertOffersNothing("alice", call);
    assertThat(pair.sent("alice", MessageType.LEAVE)).isZero();
    assertOver();
  }

  @Test
  void nobodyIsToldOfAConnectionToAPeerThatIsNotThere() {
    alice.call("nobody", pair.aliceStream);
    alice.events.assertNext(
        "call error peer-unavailable", "call close", "peer error peer-unavailable");
    long candidates = pair.sent("alice", MessageType.CANDIDATE);
    pair.assertExhausted();
    assertThat(pair.sent("alice", MessageType.CANDIDATE)).isEqualTo(candidates);
  }

  @Test
  void theLastWordToAPeerUnknownIsACandidateThatDoesNoHarm() {
    pair.ringing().close();
    simulation.runFor(AT_ONCE);
    JSObject payload = lastOf("alice", MessageType.CANDIDATE).payload();
    JSObject candidate = Values.get(payload, "candidate");
    assertThat(Values.getString(candidate, "candidate")).isEmpty();
    assertThat(Values.getString(candidate, "sdpMid")).isEqualTo("0");
    assertThat(Values.getInt(candidate, "sdpMLineIndex", -1)).isZero();
  }

  private SignalRecord lastOf(String source, String type) {
    return simulation.server().received().stream()
        .filter(signal -> signal.source().equals(source) && type.equals(signal.type()))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static String sdpOf(SignalRecord signal) {
    return Values.getString(Values.get(signal.payload(), "sdp"), "sdp");
  }

  @Test
  void aCallMadeAndGivenUpBeforeThePeerIsOpenRingsNowhere() {
    TestPeer carol =
        new TestPeer(simulation, simulation.newPage("carol"), "carol", TestPeer.options());
    carol.call("bob", carol.page.newStream("audio")).close();
    carol.events.assertNext("call close", "peer open carol");
    bob.events.assertExhausted();
  }
}
