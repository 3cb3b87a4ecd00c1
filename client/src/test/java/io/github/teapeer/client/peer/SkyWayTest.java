package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.ServerOptions;
import io.github.teapeer.client.simulation.SimulatedSignalingServer;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

/** What SkyWay's server does that a PeerServer does not. */
class SkyWayTest {
  private static final JSObject CONFIG =
      JavaValue.of(
          Map.of(
              "iceServers",
              List.of(
                  Map.of("url", "stun:stun.skyway.io:3478"),
                  Map.of("url", "turn:turn.skyway.io:443"))));

  private final Simulation simulation = new Simulation(5);
  private final SimulatedSignalingServer server =
      simulation.newServer("skyway", 443, ServerOptions.DEFAULT.withSkyWay("secret"));

  private TestPeer peer(String host, String page, String id, boolean known) {
    PeerOptions options = PeerOptions.of(true, host, 443, "/", PeerOptions.DEFAULT_KEY);
    options.setConfig(CONFIG);
    options.setSkyway(known);
    return new TestPeer(simulation, simulation.newPage(page), id, options);
  }

  private static String configurationOf(TestPeer peer) {
    return peer.page.peerConnections().get(0).configuration().toString();
  }

  @Test
  void theServerIsAskedForTheIdThatThePeerWants() {
    TestPeer alice = peer("skyway", "page", "alice", true);
    assertThat(alice.peer.id()).isNull();
    alice.events.assertNext("peer open alice").assertExhausted();
    assertThat(simulation.trace()).anyMatch(line -> line.endsWith("&id=alice"));
  }

  @Test
  void theIdThatTheServerGivesIsUsed() {
    // A PeerServer knows nothing of wishes.
    TestPeer alice = peer("0.peerjs.com", "page", "alice", true);
    assertThat(alice.events.next()).startsWith("peer open id-");
  }

  @Test
  void turnServersGetTheCredentialAlsoOfConnectionsThatWereMadeBeforeItWasKnown() {
    TestPeer alice = peer("skyway", "alice", "alice", true);
    alice.connect("nobody");
    assertThat(alice.page.peerConnections()).isEmpty();
    alice.events.assertNext("peer open alice");
    assertThat(configurationOf(alice))
        .contains("urls=turn:turn.skyway.io:443", "credential=secret", "username=peerjs$alice");
    TestPeer carol = peer("skyway", "carol", null, false);
    assertThat(carol.events.next()).startsWith("peer open id-");
    carol.connect("nobody");
    assertThat(configurationOf(carol)).contains("credential=secret");
  }

  @Test
  void theNameThatComesWithTheCredentialIsUsed() {
    simulation.newServer(
        "ours", 443, ServerOptions.DEFAULT.withSkyWay("secret\",\"username\":\"12:alice"));
    TestPeer alice = peer("ours", "page", "alice", true);
    alice.events.assertNext("peer open alice");
    alice.connect("nobody");
    assertThat(configurationOf(alice)).contains("credential=secret", "username=12:alice");
  }

  @Test
  void aConnectionThatIsClosedBeforeTheServerAnswersIsNeverMade() {
    TestPeer alice = peer("skyway", "alice", "alice", true);
    alice.connect("bob").close();
    alice.events.assertNext("connection close", "peer open alice").assertExhausted();
    assertThat(alice.page.peerConnections()).isEmpty();
    TestPeer ben = peer("skyway", "ben", "ben", true);
    ben.connect("bob");
    ben.peer.destroy();
    ben.events.assertNext("peer disconnected null", "connection close", "peer close");
    ben.events.assertExhausted();
    ben.page.assertNothingOpen();
  }

  @Test
  void aPeerThatLeavesBeforeTheServerAnswersKeepsItsWish() {
    TestPeer alice = peer("skyway", "alice", "alice", true);
    alice.peer.disconnect();
    alice.peer.reconnect();
    alice.events.assertNext("peer disconnected null", "peer open alice").assertExhausted();
  }

  @Test
  void theServerListsAndCountsItsPeers() {
    TestPeer alice = peer("skyway", "page", null, false);
    String id = alice.events.next().substring("peer open ".length());
    List<String> answers = new ArrayList<>();
    alice.peer.listAllPeers(
        ids -> answers.add(ids.toString()), error -> answers.add(error.message()));
    simulation.runFor(500);
    alice.peer.countActivePeers(
        number -> answers.add(number.toString()), error -> answers.add(error.message()));
    simulation.runFor(500);
    assertThat(answers).containsExactly("[" + id + "]", "1.0");
    assertThat(simulation.trace())
        .anyMatch(line -> line.endsWith("GET https://skyway:443/active/list/peerjs"))
        .anyMatch(line -> line.endsWith("GET https://skyway:443/active/count/peerjs"));
  }

  @Test
  void anAnswerThatIsNoListOrNumberIsAnErrorThatThePeerSurvives() {
    TestPeer alice = peer("skyway", "page", "alice", true);
    alice.events.assertNext("peer open alice");
    List<String> answers = new ArrayList<>();
    for (int status : new int[] {200, 404, 403}) {
      server.setFailureStatus(status);
      alice.peer.listAllPeers(
          ids -> answers.add("list"), error -> answers.add(error.type().wireName()));
      simulation.runFor(500);
      alice.peer.countActivePeers(
          number -> answers.add("count"), error -> answers.add(error.type().wireName()));
      simulation.runFor(500);
    }
    assertThat(answers)
        .containsExactly(
            "server-error",
            "server-error",
            "server-error",
            "server-error",
            "invalid-key",
            "invalid-key");
    alice.events.assertExhausted();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.OPEN);
  }

  @Test
  void anOriginThatTheKeyIsNotForIsAnInvalidKey() {
    server.setFailureStatus(403);
    for (String id : new String[] {null, "alice"}) {
      TestPeer alice = peer("skyway", "page " + id, id, true);
      alice.events.assertNext("peer error invalid-key");
      assertThat(alice.events.lastError().message()).isEqualTo("API KEY \"peerjs\" is invalid");
      alice.events.assertNext("peer disconnected null", "peer close").assertExhausted();
      alice.page.assertNothingOpen();
    }
  }

  @Test
  void aJsonAnswerWithoutAnIdIsAnError() {
    SimulatedSignalingServer strange =
        simulation.newServer(
            "strange", 443, ServerOptions.DEFAULT.withSkyWay("secret\",\"id\":\""));
    TestPeer alice = peer(strange.name().replace(":443", ""), "page", null, false);
    alice.events.assertNext("peer error server-error", "peer disconnected null", "peer close");
    alice.events.assertExhausted();
  }
}
