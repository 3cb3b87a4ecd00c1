package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.SimulatedBrowser;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.SimulatedPromise;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.jso.JSObject;

class PathRecoveryTest {
  private final Simulation simulation = new Simulation(31);

  private static void finish(ConnectedPair pair) {
    pair.alice.peer.destroy();
    pair.bob.peer.destroy();
  }

  /** Takes the path away, and not the server; both ends notice. */
  private void partition(ConnectedPair pair) {
    simulation.network().partition(pair.alice.page, pair.bob.page);
    pair.alice.events.assertNext("connection reconnecting");
    pair.bob.events.assertNext("connection reconnecting");
  }

  @ParameterizedTest
  @EnumSource(SimulatedBrowser.class)
  void aConnectionGoesOnFromAnotherAddress(SimulatedBrowser browser) {
    ConnectedPair pair = new ConnectedPair(simulation);
    pair.alice.page.setBrowser(browser);
    pair.alice.page.changeAddress();
    TestPeer.send(pair.aliceEnd, "one");
    TestPeer.send(pair.bobEnd, "two");
    pair.alice.events.assertNext(
        "peer error network",
        "peer disconnected alice",
        "connection reconnecting",
        "peer open alice");
    pair.bob.events.assertNext("connection reconnecting");
    for (TestPeer each : List.of(pair.alice, pair.bob)) {
      assertThat(List.of(each.events.next(), each.events.next()))
          .containsExactlyInAnyOrder("connection reconnected", "connection data");
    }
    assertThat(pair.bob.events.lastReceived()).isEqualTo("one");
    assertThat(pair.alice.events.lastReceived()).isEqualTo("two");
    pair.assertExhausted();
    pair.destroy();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 30_000, 50_000})
  void nothingIsLostOrDoubledInABlackout(int milliseconds) {
    ConnectedPair pair = new ConnectedPair(simulation);
    for (int i = 0; i < 50; i++) {
      TestPeer.send(pair.aliceEnd, i);
      TestPeer.send(pair.bobEnd, i);
    }
    simulation.network().isolate(pair.alice.page);
    for (int i = 50; i < 100; i++) {
      TestPeer.send(pair.aliceEnd, i);
      TestPeer.send(pair.bobEnd, i);
    }
    simulation.runFor(milliseconds);
    simulation.network().healAll();
    for (TestPeer each : List.of(pair.alice, pair.bob)) {
      simulation.runUntil(() -> each.events.received().size() == 100, 60_000);
      List<Integer> numbers = new ArrayList<>();
      each.events
          .received()
          .forEach(value -> numbers.add(((Number) JavaValue.unwrap(value)).intValue()));
      for (int i = 0; i < 100; i++) {
        assertThat(numbers.get(i)).isEqualTo(i);
      }
    }
    simulation.runFor(30_000);
    for (TestPeer each : List.of(pair.alice, pair.bob)) {
      assertThat(each.events.drain())
          .filteredOn(event -> !event.equals("connection data"))
          .isEqualTo(List.of("connection reconnecting", "connection reconnected"));
    }
    pair.destroy();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disconnected", "connected", "reconnecting"})
  void aConnectionThatIsClosedWhenItTellsItsStateIsClosed(String last) {
    ConnectedPair pair = new ConnectedPair(simulation);
    List<String> events = new ArrayList<>();
    pair.aliceEnd.setListener(
        new DataConnectionListener() {
          private void tell(String state) {
            events.add(state);
            if (state.equals(last)) {
              pair.aliceEnd.close();
            }
          }

          @Override
          public void onIceStateChanged(String state) {
            tell(state);
          }

          @Override
          public void onClose() {
            events.add("close");
          }

          @Override
          public void onReconnecting() {
            tell("reconnecting");
          }

          @Override
          public void onReconnected() {
            events.add("reconnected");
          }
        });
    simulation.server().forge(MessageType.LEAVE, "bob", "alice", "null");
    simulation.network().isolate(pair.bob.page);
    simulation.runFor(9_000);
    simulation.network().healAll();
    simulation.runFor(60_000);
    assertThat(events).contains(last).endsWith("close").doesNotContain("reconnected");
    pair.alice.events.drain();
    pair.bob.events.drain();
    pair.destroy();
  }

  @Test
  void aCallGoesOnFromAnotherAddress() {
    CallPair pair = new CallPair(simulation);
    pair.connected();
    pair.bob.page.changeAddress();
    pair.alice.events.assertNext("call reconnecting", "call reconnected");
    pair.bob.events.assertNext(
        "peer error network",
        "peer disconnected bob",
        "call reconnecting",
        "peer open bob",
        "call reconnected");
    pair.alice.events.assertExhausted();
    pair.bob.events.assertExhausted();
    pair.alice.peer.destroy();
    pair.bob.peer.destroy();
  }

  @Test
  void theConfigurationIsAskedForAgain() {
    int[] asked = {0};
    SimulatedPlatform page = simulation.newPage("alice");
    TestPeer alice =
        new TestPeer(
            simulation,
            page,
            "alice",
            TestPeer.options(),
            () -> {
              asked[0]++;
              SimulatedPromise<JSObject> answer = page.newPromise();
              answer.fulfill(JavaValue.of(new LinkedHashMap<>()));
              return answer;
            });
    alice.events.assertNext("peer open alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    assertThat(asked[0]).isEqualTo(1);
    alice.page.changeAddress();
    alice.events.assertNext(
        "peer error network",
        "peer disconnected alice",
        "connection reconnecting",
        "peer open alice",
        "connection reconnected");
    assertThat(asked[0]).isEqualTo(2);
    bob.events.assertNext("connection reconnecting", "connection reconnected");
  }

  @Test
  void whatCannotBeBroughtBackFails() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().partition(pair.alice.page, pair.bob.page);
    long start = simulation.now();
    pair.alice.events.assertNext("connection reconnecting");
    simulation.runFor(PeerOptions.DEFAULT_RECOVERY_TIMEOUT);
    pair.alice.events.assertNext(
        "connection error negotiation-failed", "connection close", "peer error negotiation-failed");
    assertThat(simulation.now() - start)
        .isBetween(
            (long) PeerOptions.DEFAULT_RECOVERY_TIMEOUT,
            PeerOptions.DEFAULT_RECOVERY_TIMEOUT + 6_000L);
    pair.bob.events.assertNext("connection reconnecting");
    // Whoever gives up first tells the other by way of the server.
    simulation.runFor(5000);
    assertThat(pair.bob.events.drain()).contains("connection close").doesNotHaveDuplicates();
    pair.destroy();
  }

  @Test
  void withoutTimeNothingIsBroughtBack() {
    TestPeer alice = withoutRecovery("alice");
    TestPeer bob = withoutRecovery("bob");
    alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    simulation.network().partition(alice.page, bob.page);
    alice.events.assertNext(
        "connection error negotiation-failed", "connection close", "peer error negotiation-failed");
    assertThat(simulation.now()).isLessThan(17_000);
  }

  private TestPeer withoutRecovery(String id) {
    PeerOptions options = TestPeer.options();
    options.setRecoveryTimeout(0);
    TestPeer peer = new TestPeer(simulation, simulation.newPage(id), id, options);
    peer.events.assertNext("peer open " + id);
    return peer;
  }

  @Test
  void whoeverHasClosedMeanwhileSaysSoWhenAsked() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().partition(pair.alice.page, pair.bob.page);
    simulation.server().setRule(signal -> MessageType.CANDIDATE.equals(signal.type()) ? -1 : 0);
    pair.bobEnd.close();
    pair.bob.events.assertNext("connection close");
    simulation.runFor(4000);
    simulation.server().setRule(null);
    pair.alice.events.assertNext("connection reconnecting", "connection close");
    assertThat(simulation.now()).isLessThan(12_000);
    pair.assertExhausted();
    finish(pair);
  }

  /** As Firefox closes it when ICE has failed for good. */
  @Test
  void aChannelThatThePlatformClosesWithoutAPathIsAnError() {
    ConnectedPair pair = new ConnectedPair(simulation);
    partition(pair);
    pair.alice.page.peerConnections().get(0).loseChannels();
    pair.alice.events.assertNext(
        "connection error negotiation-failed", "connection close", "peer error negotiation-failed");
    pair.bob.events.assertNext("connection close");
    pair.assertExhausted();
    pair.destroy();
  }

  @Test
  void aPeerThatIsGoneIsNotWaitedForAsLong() {
    ConnectedPair pair = new ConnectedPair(simulation);
    long start = simulation.now();
    pair.bob.page.losePower();
    pair.alice.events.assertNext("connection reconnecting");
    // The server lets a client go after 90 s in which it said nothing.
    simulation.runFor(60_000);
    pair.alice.events.assertNext("connection error negotiation-failed", "connection close");
    assertThat(simulation.now() - start).isLessThan(66_000);
  }

  @Test
  void aKilledTabIsGoneWhenTheServerSaysSo() {
    ConnectedPair pair = new ConnectedPair(simulation);
    long start = simulation.now();
    pair.bob.page.killTab();
    pair.alice.events.assertNext("connection reconnecting", "connection close");
    assertThat(simulation.now() - start).isLessThan(25_000);
  }

  @Test
  void aPeerThatReturnsToTheServerInTimeIsNotGone() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().isolate(pair.bob.page);
    pair.alice.events.assertNext("connection reconnecting");
    simulation.server().forge(MessageType.LEAVE, "bob", "alice", "null");
    simulation.runFor(8000);
    simulation.network().healAll();
    pair.alice.events.assertNext("connection reconnected");
    pair.bob.events.assertNext("connection reconnecting", "connection reconnected");
    pair.assertExhausted();
    pair.destroy();
  }

  @Test
  void closingWhileThePathIsLostTellsTheOtherSideByTheServer() {
    ConnectedPair pair = new ConnectedPair(simulation);
    partition(pair);
    pair.aliceEnd.close();
    pair.alice.events.assertNext("connection close");
    pair.bob.events.assertNext("connection close");
    assertThat(simulation.now()).isLessThan(8000);
    pair.assertExhausted();
    pair.destroy();
  }

  @Test
  void changesOfTracksAreAgreedAfterwards() {
    CallPair pair = new CallPair(simulation);
    MediaConnection call = pair.connected();
    simulation.network().isolate(pair.bob.page);
    pair.alice.events.assertNext("call reconnecting");
    List<String> outcome = new ArrayList<>();
    call.addTrack(
        pair.alice.page.newTrack("video"),
        null,
        new Completion() {
          @Override
          public void done() {
            outcome.add("done");
          }

          @Override
          public void failed(PeerError error) {
            outcome.add(error.type().wireName());
          }
        });
    simulation.runFor(4000);
    simulation.network().healAll();
    pair.alice.events.assertNext("call reconnected");
    simulation.runUntil(() -> !outcome.isEmpty(), 30_000);
    assertThat(outcome).containsExactly("done");
  }
}
