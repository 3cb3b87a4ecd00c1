package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.LinkConditions;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is delivered by a connection that is closed, and what is left of it. */
class ClosingTest {
  private static final List<String> CLOSED = List.of("connection close");

  private final Simulation simulation = new Simulation(33);

  private void assertNothingOpen(ConnectedPair pair) {
    simulation.runFor(1000);
    assertThat(pair.alice.page.openResources().peerConnections()).isZero();
    assertThat(pair.bob.page.openResources().peerConnections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "binary-utf8", "json", "raw"})
  void whatWasSentBeforeArrives(String serialization) {
    for (boolean dials : new boolean[] {true, false}) {
      for (boolean flush : new boolean[] {true, false}) {
        Simulation world = new Simulation(33);
        ConnectedPair pair = new ConnectedPair(world, ConnectOptions.of(serialization));
        DataConnection closing = dials ? pair.aliceEnd : pair.bobEnd;
        TestPeer closer = dials ? pair.alice : pair.bob;
        TestPeer other = dials ? pair.bob : pair.alice;
        for (int i = 0; i < 20; i++) {
          TestPeer.send(closing, "message " + i);
        }
        if (flush) {
          closing.flushAndClose();
        } else {
          closing.close();
          assertThat(closer.events.drain()).isEqualTo(CLOSED);
        }
        simulateUntilClosed(world, other);
        assertThat(other.events.received())
            .extracting(value -> JavaValue.unwrap(value))
            .hasSize(20)
            .last()
            .isEqualTo("message 19");
        world.runFor(1000);
        assertThat(closer.events.drain()).isEqualTo(flush ? CLOSED : List.of());
        assertThat(closer.page.openResources().peerConnections()).isZero();
        assertThat(other.page.openResources().peerConnections()).isZero();
      }
    }
  }

  private static void simulateUntilClosed(Simulation world, TestPeer peer) {
    world.runUntil(() -> peer.events.pending().anyMatch("connection close"::equals), 30_000);
  }

  @Test
  void whatWaitsForTheChannelArrivesToo() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().setConditions(new LinkConditions(10, 10, 0, 2_000_000));
    for (int i = 0; i < 6; i++) {
      TestPeer.send(pair.aliceEnd, new byte[1_500_000]);
    }
    pair.aliceEnd.close();
    pair.alice.events.assertNext("connection close");
    simulateUntilClosed(simulation, pair.bob);
    assertThat(pair.bob.events.received()).hasSize(6);
    assertNothingOpen(pair);
  }

  @Test
  void anOtherSideThatTakesNothingIsNotWaitedForLong() {
    ConnectedPair pair = new ConnectedPair(simulation);
    TestPeer.send(pair.aliceEnd, new byte[5_000_000]);
    simulation.network().partition(pair.alice.page, pair.bob.page);
    pair.aliceEnd.close();
    pair.alice.events.assertNext("connection close");
    simulation.runFor(2 * Farewell.PATIENCE + 1000);
    assertThat(pair.alice.page.openResources().peerConnections()).isZero();
    pair.alice.events.assertExhausted();
  }

  @Test
  void whatArrivesAfterClosingIsNotTold() {
    ConnectedPair pair = new ConnectedPair(simulation);
    TestPeer.send(pair.bobEnd, "too late");
    pair.aliceEnd.close();
    pair.alice.events.assertNext("connection close").assertExhausted();
    pair.bob.events.assertNext("connection close").assertExhausted();
    assertNothingOpen(pair);
  }

  @Test
  void twoThatDialEachOtherGetAConnectionEach() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    DataConnection fromAlice = alice.connect("bob");
    DataConnection fromBob = bob.connect("alice");
    simulation.runFor(3000);
    for (TestPeer each : List.of(alice, bob)) {
      assertThat(each.events.drain())
          .containsExactlyInAnyOrder(
              "peer connection " + (each == alice ? "bob" : "alice"),
              "connection open",
              "connection open");
      assertThat(each.peer.connections().size()).isEqualTo(2);
    }
    TestPeer.send(fromAlice, "a");
    TestPeer.send(fromBob, "b");
    alice.events.assertNext("connection data");
    bob.events.assertNext("connection data");
    fromAlice.close();
    alice.events.assertNext("connection close").assertExhausted();
    bob.events.assertNext("connection close").assertExhausted();
    assertThat(fromBob.state()).isEqualTo(Connection.State.OPEN);
  }

  @Test
  void aConnectionThatNobodyAnswersIsGivenUpAtBothEnds() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    simulation.server().setRule(signal -> "bob".equals(signal.source()) ? -1 : 0);
    alice.connect("bob");
    bob.events.assertNext("peer connection alice");
    simulation.runFor(DialLimits.DATA_TIMEOUT);
    assertThat(alice.events.drain())
        .containsExactly("connection error timeout", "connection close", "peer error timeout");
    simulation.runFor(1000);
    assertThat(bob.events.drain()).contains("connection close");
    assertThat(alice.peer.connections().size() + bob.peer.connections().size()).isZero();
  }
}
