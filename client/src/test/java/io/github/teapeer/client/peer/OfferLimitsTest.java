package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.LogEntry;
import io.github.teapeer.client.simulation.SignalRecord;
import io.github.teapeer.client.simulation.SignalRule;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many connections others can make a peer hold, and for how long. */
class OfferLimitsTest {
  private final Simulation simulation = new Simulation(51);
  private final Limits limits = Limits.defaults();
  private TestPeer alice;

  private void openAlice() {
    PeerOptions options = TestPeer.options();
    options.setRecoveryTimeout(0);
    options.setLimits(limits);
    alice = new TestPeer(simulation, simulation.newPage("alice"), "alice", options);
    alice.events.assertNext("peer open alice");
  }

  private void offer(String type, String source, String connectionId) {
    simulation
        .server()
        .forge(
            MessageType.OFFER,
            source,
            "alice",
            "{\"type\":\"%s\",\"connectionId\":\"%s\"}".formatted(type, connectionId));
  }

  private List<String> warnings() {
    return alice.page.log().stream().map(LogEntry::message).toList();
  }

  private List<SignalRecord> sentTo(String peer) {
    return simulation.server().received().stream()
        .filter(signal -> "alice".equals(signal.source()) && peer.equals(signal.destination()))
        .toList();
  }

  private static Object fieldOf(SignalRecord signal, String field) {
    return ((Map<?, ?>) JavaValue.unwrap(signal.payload())).get(field);
  }

  @Test
  void whoHasMadeAsManyConnectionsAsOneMayWaitsUntilOneOpensOrEnds() {
    limits.setPendingConnections(2);
    openAlice();
    TestPeer bob = TestPeer.open(simulation, "bob");
    MediaConnection first = bob.call("alice", bob.page.newStream("audio"));
    bob.call("alice", bob.page.newStream("audio"));
    bob.call("alice", bob.page.newStream("audio"));
    alice.events.assertNext("peer call bob", "peer call bob").assertExhausted();
    bob.events.assertNext("call rejected null", "call close").assertExhausted();
    assertThat(warnings()).containsExactly("Too many connections of bob");
    first.close();
    alice.events.assertNext("call close");
    bob.events.assertNext("call close");
    bob.call("alice", bob.page.newStream("audio"));
    alice.events.assertNext("peer call bob");
    alice.events.call().answer(null, null);
    alice.events.assertNext("call stream 1", "call willCloseOnRemote").assertExhausted();
    bob.connect("alice");
    alice.events.assertNext("peer connection bob", "connection open").assertExhausted();
    // The limit is for each.
    TestPeer.open(simulation, "carol").connect("alice");
    alice.events.assertNext("peer connection carol", "connection open");
  }

  @Test
  void whatIsRefusedTakesNoPeerConnectionAndTheOtherSideHearsOfIt() {
    limits.setConnections(0);
    openAlice();
    TestPeer bob = TestPeer.open(simulation, "bob");
    bob.connect("alice");
    bob.events.assertNext("connection close").assertExhausted();
    alice.events.assertExhausted();
    assertThat(alice.page.peerConnections()).isEmpty();
    assertThat(alice.peer.connections().size()).isZero();
    // Those that alice makes herself do not count.
    alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void openConnectionsCountAsLongAsTheyLast() {
    limits.setConnections(2);
    openAlice();
    TestPeer bob = TestPeer.open(simulation, "bob");
    DataConnection first = bob.connect("alice");
    bob.connect("alice");
    bob.events.assertNext("connection open", "connection open");
    bob.connect("alice");
    bob.events.assertNext("connection close");
    first.close();
    bob.events.assertNext("connection close");
    alice.events.drain();
    alice.events.assertNext("connection close");
    bob.connect("alice");
    bob.events.assertNext("connection open").assertExhausted();
  }

  @Test
  void stockPeersAreToldInTheirLanguage() {
    limits.setConnections(0);
    openAlice();
    String sdp = ",\"sdp\":{\"type\":\"offer\",\"sdp\":\"v=0\\r\\nm=audio 9 x\\r\\n\"}}";
    simulation
        .server()
        .forge(
            MessageType.OFFER,
            "stock",
            "alice",
            "{\"type\":\"media\",\"connectionId\":\"c\",\"browser\":\"chrome\"" + sdp);
    simulation.runFor(1000);
    List<SignalRecord> sent = sentTo("stock");
    assertThat(sent).extracting(SignalRecord::type).containsExactly("ANSWER", "OFFER");
    assertThat(sent).allMatch(signal -> fieldOf(signal, "connectionId").equals("c"));
    assertThat(fieldOf(sent.get(0), "sdp").toString()).contains("m=audio 0 x");
  }

  @Test
  void theOldestPeersKeepWhatTheyHaveWhenMoreIsRefused() {
    limits.setConnections(1);
    openAlice();
    String old = "{\"type\":\"media\",\"connectionId\":\"%s\",\"browser\":\"Chrome\"}";
    for (String id : List.of("a", "b")) {
      simulation.server().forge(MessageType.OFFER, "old", "alice", old.formatted(id));
      simulation.runFor(1000);
    }
    alice.events.assertNext("peer call old").assertExhausted();
    assertThat(sentTo("old")).as("A LEAVE would end both").isEmpty();
    assertThat(alice.peer.connections().size()).isEqualTo(1);
  }

  /** Chromium waits for ever for the candidates of who has vanished. */
  @Test
  void aDataConnectionThatDoesNotOpenIsGivenUp() {
    limits.setPendingTime(5000);
    openAlice();
    dropAllButOffers();
    TestPeer.open(simulation, "bob").connect("alice");
    alice.events.assertNext("peer connection bob");
    long start = simulation.now();
    alice
        .events
        .assertNext("connection error timeout", "connection close", "peer error timeout")
        .assertExhausted();
    assertThat(simulation.now() - start).isBetween(5000L, 7100L);
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void aDataConnectionThatOpensStaysAndACallMayRingForLonger() {
    limits.setPendingTime(5000);
    openAlice();
    TestPeer bob = TestPeer.open(simulation, "bob");
    bob.connect("alice");
    alice.events.assertNext("peer connection bob", "connection open");
    bob.call("alice", bob.page.newStream("audio"));
    alice.events.assertNext("peer call bob");
    simulation.runFor(60_000);
    alice.events.assertExhausted();
  }

  @Test
  void withoutATimeADataConnectionIsNotGivenUp() {
    limits.setPendingTime(0);
    openAlice();
    dropAllButOffers();
    TestPeer.open(simulation, "bob").connect("alice");
    alice.events.assertNext("peer connection bob");
    assertThat(alice.page.openResources().timers()).as("The heartbeat's").isEqualTo(1);
  }

  private void dropAllButOffers() {
    simulation
        .server()
        .setRule(signal -> MessageType.OFFER.equals(signal.type()) ? 0 : SignalRule.DROP);
  }

  @Test
  void aFloodOfOffersIsBoundedByTheDefaults() {
    openAlice();
    for (int i = 0; i < 100_000; i++) {
      offer("media", "mallory" + i % 5000, "c" + i);
    }
    simulation.runFor(3000);
    assertThat(alice.peer.connections().size()).isEqualTo(1000);
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void messagesBeforeTheirOfferAreKeptUpToTheLimit() {
    limits.setPendingMessages(3);
    openAlice();
    for (int i = 0; i < 10; i++) {
      simulation
          .server()
          .forge(MessageType.CANDIDATE, "bob", "alice", "{\"connectionId\":\"c\",\"i\":" + i + "}");
    }
    simulation.runFor(1000);
    assertThat(alice.peer.takeMessages("c").size()).isEqualTo(3);
  }

  @Test
  void messagesWithoutAnOfferAreDroppedAfterTheirTime() {
    limits.setPendingMessageTime(1000);
    openAlice();
    String payload = "{\"connectionId\":\"c\"}";
    simulation.server().forge(MessageType.CANDIDATE, "bob", "alice", payload);
    simulation.runFor(2500);
    simulation.server().forge(MessageType.CANDIDATE, "bob", "alice", payload);
    simulation.runFor(900);
    assertThat(alice.peer.takeMessages("c").size()).isEqualTo(1);
  }

  @Test
  void ofTheCandidatesOfADescriptionTheFirstAreTaken() {
    limits.setPendingMessages(20);
    openAlice();
    DataConnection connection = TestPeer.open(simulation, "bob").connect("alice");
    alice.events.assertNext("peer connection bob", "connection open");
    for (int i = 0; i < 100; i++) {
      simulation
          .server()
          .forge(
              MessageType.CANDIDATE,
              "bob",
              "alice",
              ("{\"connectionId\":\"%s\",\"candidate\":{\"candidate\":\"candidate:1 1 udp 1 10.9.9.%d"
                      + " 5000 typ host\",\"sdpMid\":\"0\"}}")
                  .formatted(connection.connectionId(), i));
    }
    simulation.runFor(1000);
    String description = alice.events.connection().peerConnection().getRemoteDescription().getSdp();
    assertThat(description.split("a=candidate:", -1)).hasSize(20 + 1);
    assertThat(description).contains("10.9.9.0 ").doesNotContain("10.9.9.20 ");
    alice.events.assertExhausted();
  }

  @Test
  void aMessageThatIsTooLongIsDropped() {
    limits.setSignalSize(5000);
    openAlice();
    offer("media", "bob", "c".repeat(5000));
    alice.events.assertExhausted();
    offer("media", "bob", "c".repeat(4000));
    alice.events.assertNext("peer call bob");
  }
}
