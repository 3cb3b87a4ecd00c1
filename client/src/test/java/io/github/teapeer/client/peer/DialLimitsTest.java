package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.SimulatedAbortSignal;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

/** {@code timeout} and {@code signal} of connections and calls. */
class DialLimitsTest {
  private static final int TIMEOUT = 3000;
  private static final JSObject REASON = JavaValue.of("changed my mind");

  private final Simulation simulation = new Simulation(13);
  private CallPair pair;
  private TestPeer alice;
  private TestPeer bob;
  private SimulatedAbortSignal signal;

  @BeforeEach
  void openBoth() {
    pair = new CallPair(simulation);
    alice = pair.alice;
    bob = pair.bob;
    signal = alice.page.newAbortSignal();
  }

  private static ConnectOptions connect(DialLimits limits) {
    return ConnectOptions.of(
        null, null, "binary", false, RTCDataChannelInit.create(), null, limits);
  }

  private static CallOptions call(DialLimits limits) {
    return CallOptions.of(null, null, null, Values.newArray(), limits);
  }

  private void assertGone() {
    alice.events.assertExhausted();
    assertThat(alice.peer.connections().size()).isZero();
    assertThat(alice.page.openResources().peerConnections()).isZero();
    assertThat(signal.hasListeners()).isFalse();
    pair.destroy();
  }

  @Test
  void aCallThatIsNotAnsweredInTimeFails() {
    long start = simulation.now();
    alice.events.listenTo(
        alice.peer.call("bob", pair.aliceStream, call(DialLimits.of(TIMEOUT, null))));
    bob.events.assertNext("peer call alice");
    alice.events.assertNext("call error timeout", "call close", "peer error timeout");
    assertThat(simulation.now() - start).isBetween((long) TIMEOUT, TIMEOUT + 10L);
    bob.events.assertNext("call close");
    assertGone();
  }

  @Test
  void aConnectionThatDoesNotOpenInTimeFails() {
    simulation.network().partition(alice.page, bob.page);
    alice.connect("bob", connect(DialLimits.of(TIMEOUT, null)));
    bob.events.assertNext("peer connection alice");
    alice.events.assertNext("connection error timeout", "connection close", "peer error timeout");
    bob.events.assertNext("connection close");
    assertGone();
  }

  @Test
  void aConnectionThatOpensInTimeStays() {
    alice.connect("bob", connect(DialLimits.of(TIMEOUT, signal)));
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    assertThat(signal.hasListeners()).isFalse();
    simulation.runFor(2 * TIMEOUT);
    signal.abort(REASON);
    pair.assertExhausted();
  }

  @Test
  void aCallThatIsAnsweredInTimeStays() {
    alice.events.listenTo(
        alice.peer.call("bob", pair.aliceStream, call(DialLimits.of(TIMEOUT, signal))));
    bob.events.assertNext("peer call alice");
    bob.events.call().answer(null, null);
    simulation.runFor(2 * TIMEOUT);
    assertThat(alice.events.drain()).containsExactly("call willCloseOnRemote");
    assertThat(signal.hasListeners()).isFalse();
  }

  @Test
  void aSignalThatIsAbortedEndsTheConnection() {
    alice.connect("bob", connect(DialLimits.of(0, signal)));
    bob.events.assertNext("peer connection alice");
    signal.abort(REASON);
    alice.events.assertNext("connection error aborted", "connection close");
    assertThat(alice.events.lastError().cause()).isEqualTo(REASON);
    bob.events.assertNext("connection close");
    assertGone();
  }

  @Test
  void aSignalThatIsAbortedEndsTheCall() {
    alice.events.listenTo(
        alice.peer.call("bob", pair.aliceStream, call(DialLimits.of(TIMEOUT, signal))));
    bob.events.assertNext("peer call alice");
    signal.abort(REASON);
    alice.events.assertNext("call error aborted", "call close");
    bob.events.assertNext("call close");
    simulation.runFor(2 * TIMEOUT);
    assertGone();
  }

  @Test
  void aSignalThatWasAbortedBeforeBeginsNothing() {
    signal.abort(REASON);
    alice.connect("bob", connect(DialLimits.of(TIMEOUT, signal)));
    assertThat(alice.page.peerConnections()).isEmpty();
    alice.events.assertNext("connection error aborted", "connection close");
    bob.events.assertExhausted();
    assertGone();
  }

  @Test
  void aConnectionThatIsClosedForgetsItsLimits() {
    alice.connect("bob", connect(DialLimits.of(TIMEOUT, signal))).close();
    alice.events.assertNext("connection close");
    signal.abort(REASON);
    simulation.runFor(2 * TIMEOUT);
    bob.events.drain();
    assertGone();
  }

  @Test
  void thatThePeerIsUnavailableIsSaidBeforeALaterLimit() {
    alice.connect("nobody", connect(DialLimits.of(60_000, signal)));
    alice.events.assertNext(
        "connection error peer-unavailable", "connection close", "peer error peer-unavailable");
    assertGone();
  }
}
