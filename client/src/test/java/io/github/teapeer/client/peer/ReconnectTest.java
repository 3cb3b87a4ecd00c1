package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.ServerOptions;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectTest {
  private final Simulation simulation = new Simulation(32);

  private static PeerOptions reconnecting(PeerOptions options, ReconnectPolicy policy) {
    options.setToken("token");
    options.setReconnect(policy);
    return options;
  }

  private TestPeer reconnecting(String id, ReconnectPolicy policy) {
    SimulatedPlatform page = simulation.newPage(id);
    return new TestPeer(simulation, page, id, reconnecting(TestPeer.options(), policy));
  }

  private TestPeer open(String id) {
    TestPeer peer = reconnecting(id, ReconnectPolicy.standard());
    peer.events.assertNext("peer open " + id);
    return peer;
  }

  @Test
  void aServerThatComesBackIsFoundAgain() {
    TestPeer alice = open("alice");
    simulation.server().stop();
    alice.events.assertNext(
        "peer disconnected alice", "peer reconnecting 1", "peer reconnecting 2");
    assertThat(alice.peer.state()).isEqualTo(Peer.State.RECONNECTING);
    assertThat(alice.peer.id()).isNull();
    simulation.runFor(20_000);
    assertThat(alice.events.drain()).startsWith("peer reconnecting 3").doesNotHaveDuplicates();
    simulation.server().start();
    simulation.runUntil(() -> alice.peer.state() == Peer.State.OPEN, 31_000);
    assertThat(alice.events.drain()).last().isEqualTo("peer open alice");
    assertThat(alice.peer.id()).isEqualTo("alice");
    simulation.server().stop();
    alice.events.assertNext("peer disconnected alice", "peer reconnecting 1");
    alice.peer.destroy();
    alice.events.assertNext("peer close").assertExhausted();
    alice.page.assertNothingOpen();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSameClientIsLetInAgainWhetherItIsGreetedOrNot(boolean greets) {
    simulation.newServer("ours", 443, ServerOptions.DEFAULT.withOpensOnReconnect(greets));
    PeerOptions options = PeerOptions.of(true, "ours", 443, "/", "peerjs");
    SimulatedPlatform page = simulation.newPage("alice");
    TestPeer alice =
        new TestPeer(simulation, page, "alice", reconnecting(options, ReconnectPolicy.standard()));
    alice.events.assertNext("peer open alice");
    page.changeAddress(); // The server does not see that the old socket has gone.
    alice.events.assertNext("peer disconnected alice", "peer reconnecting 1", "peer open alice");
    alice.events.assertExhausted();
  }

  @Test
  void connectionsStayUpAndNewOnesWaitForTheServer() {
    TestPeer alice = open("alice");
    TestPeer bob = open("bob");
    DataConnection first = alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    simulation.server().stop();
    alice.events.assertNext("peer disconnected alice", "peer reconnecting 1");
    bob.events.assertNext("peer disconnected bob", "peer reconnecting 1");
    TestPeer.send(first, "still here");
    bob.events.react(event -> {});
    simulation.runUntil(() -> bob.events.received().size() == 1, 1000);
    assertThat(alice.connect("bob")).isNotNull();
    simulation.runFor(3000);
    simulation.server().start();
    simulation.runUntil(
        () -> alice.peer.connections().size() == 2 && bob.peer.connections().size() == 2, 40_000);
    simulation.runFor(2000);
    assertThat(alice.events.drain()).contains("peer open alice", "connection open");
    assertThat(bob.events.drain())
        .contains("connection data", "peer connection alice", "connection open")
        .doesNotContain("connection close");
    assertThat(first.state()).isEqualTo(Connection.State.OPEN);
  }

  @Test
  void whoGivesUpSaysSoAndFailsWhatWaits() {
    TestPeer alice = reconnecting("alice", ReconnectPolicy.of(100, 1000, 3));
    alice.events.assertNext("peer open alice");
    simulation.server().stop();
    alice.events.assertNext("peer disconnected alice", "peer reconnecting 1");
    alice.connect("bob");
    alice.events.assertNext("peer reconnecting 2", "peer reconnecting 3");
    alice.events.assertNext("peer error network", "connection error network", "connection close");
    alice.events.assertExhausted();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.DISCONNECTED);
    simulation.server().start();
    alice.peer.reconnect();
    alice.events.assertNext("peer open alice").assertExhausted();
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void anIdThatWasTakenMeanwhileEndsTheAttempts() {
    TestPeer alice = open("alice");
    simulation.network().partition(alice.page, simulation.server());
    simulation.server().drop("alice");
    TestPeer thief =
        new TestPeer(simulation, simulation.newPage("thief"), "alice", TestPeer.options());
    thief.events.assertNext("peer open alice");
    simulation.runFor(12_000);
    simulation.network().healAll();
    simulation.runUntil(
        () -> alice.events.pending().anyMatch("peer error unavailable-id"::equals), 120_000);
    assertThat(alice.events.drain()).endsWith("peer error unavailable-id");
    alice.events.assertExhausted();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.DISCONNECTED);
  }

  @Test
  void aServerThatIsNotThereAtFirstIsTriedAgain() {
    simulation.server().stop();
    TestPeer alice = reconnecting("alice", ReconnectPolicy.standard());
    alice.events.assertNext("peer reconnecting 1", "peer reconnecting 2");
    simulation.server().start();
    alice.events.assertNext("peer open alice").assertExhausted();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aServerThatHangsIsLost(boolean reconnects) {
    TestPeer alice = reconnects ? open("alice") : TestPeer.open(simulation, "alice");
    simulation.runFor(30_000);
    alice.events.assertExhausted();
    simulation.server().hang();
    long start = simulation.now();
    if (reconnects) {
      alice.events.assertNext("peer disconnected alice", "peer reconnecting 1");
    } else {
      alice.events.assertNext("peer error network", "peer disconnected alice");
    }
    assertThat(simulation.now() - start).isBetween(5_000L, 30_500L);
  }

  @Test
  void aServerThatDoesNotAcceptAnybodyIsGivenUp() {
    simulation.server().hang();
    TestPeer alice = new TestPeer(simulation, "alice");
    alice.events.assertNext("peer error network", "peer disconnected alice");
    assertThat(simulation.now()).isLessThan(21_000);
  }

  @Test
  void delaysDoubleUpToALimitAndAreShortenedByChance() {
    ReconnectPolicy policy = ReconnectPolicy.of(500, 3000, 10);
    assertThat(ServerReturn.delay(policy, 0, 0)).isEqualTo(500);
    assertThat(ServerReturn.delay(policy, 1, 0)).isEqualTo(1000);
    assertThat(ServerReturn.delay(policy, 2, 0)).isEqualTo(2000);
    assertThat(ServerReturn.delay(policy, 3, 0)).isEqualTo(3000);
    assertThat(ServerReturn.delay(policy, 1000, 0)).isEqualTo(3000);
    assertThat(ServerReturn.delay(policy, 1, 0.5)).isEqualTo(750);
    assertThat(ServerReturn.allows(policy, 9)).isTrue();
    assertThat(ServerReturn.allows(policy, 10)).isFalse();
  }

  @Test
  void whoIsToReconnectLaterCanDoItAtOnce() {
    TestPeer alice = reconnecting("alice", ReconnectPolicy.of(20_000, 20_000, 5));
    alice.events.assertNext("peer open alice");
    simulation.server().stop();
    alice.events.assertNext("peer disconnected alice", "peer reconnecting 1");
    simulation.server().start();
    long start = simulation.now();
    alice.peer.reconnect();
    alice.events.assertNext("peer open alice").assertExhausted();
    assertThat(simulation.now() - start).isLessThan(5000);
  }

  @Test
  void whoLeavesWhileWaitingStaysAway() {
    TestPeer alice = open("alice");
    simulation.server().stop();
    alice.events.assertNext("peer disconnected alice", "peer reconnecting 1");
    alice.peer.disconnect();
    simulation.server().start();
    simulation.runFor(60_000);
    alice.events.assertExhausted();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.DISCONNECTED);
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }
}
