package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.client.simulation.ServerOptions;
import io.github.teapeer.client.simulation.SignalRecord;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.jso.JSObject;

class PeerTest {
  private final Simulation simulation = new Simulation(1);

  private TestPeer peerWith(String id, PeerOptions options) {
    return new TestPeer(simulation, simulation.newPage("page of " + id), id, options);
  }

  private void assertDestroyed(TestPeer ended) {
    ended.events.assertExhausted();
    assertThat(ended.peer.state()).isEqualTo(Peer.State.DESTROYED);
    ended.page.assertNothingOpen();
  }

  @Test
  void aPeerOpensWithTheIdThatItAsksFor() {
    TestPeer alice = new TestPeer(simulation, "alice");
    assertThat(alice.peer.state()).isEqualTo(Peer.State.CONNECTING);
    alice.events.assertNext("peer open alice").assertExhausted();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.OPEN);
    assertThat(alice.peer.id()).isEqualTo("alice");
  }

  @Test
  void aPeerThatAsksForNoIdGetsOneFromTheServer() {
    TestPeer peer = peerWith(null, TestPeer.options());
    assertThat(peer.peer.id()).isNull();
    assertThat(peer.events.next()).startsWith("peer open id-");
    assertThat(simulation.server().clientIds()).containsExactly(peer.peer.id());
  }

  @Test
  void theListenerIsNotCalledBeforeTheConstructorHasReturned() {
    SimulatedPlatform page = simulation.newPage("page");
    page.setWebRtcSupported(false);
    List<String> calls = new ArrayList<>();
    new Peer(
        page,
        "alice",
        TestPeer.options(),
        new PeerListener() {
          @Override
          public void onError(PeerError error) {
            calls.add("error");
          }
        });
    assertThat(calls).isEmpty();
    simulation.run();
    assertThat(calls).containsExactly("error");
  }

  @Test
  void heartbeatsAreSentAtTheInterval() {
    PeerOptions options = TestPeer.options();
    options.setPingInterval(1000);
    peerWith("alice", options);
    simulation.runFor(10_500);
    assertThat(simulation.server().received())
        .filteredOn(signal -> signal.destination() == null)
        .hasSizeBetween(9, 10)
        .allSatisfy(signal -> assertThat(signal.type()).isEqualTo("HEARTBEAT"));
  }

  @Test
  void heartbeatsKeepThePeerAtTheServer() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    simulation.runFor(200_000);
    alice.events.assertExhausted();
    assertThat(simulation.server().clientIds()).containsExactly("alice");
  }

  @Test
  void anIdThatIsTakenDestroysThePeer() {
    TestPeer.open(simulation, "alice");
    TestPeer other = peerWith("alice", TestPeer.options());
    other.events.assertNext("peer error unavailable-id", "peer disconnected alice", "peer close");
    assertThat(other.events.lastError().message()).isEqualTo("ID \"alice\" is taken");
    assertDestroyed(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-a", "a-", "a/b", "a.b", "ä", "a\nb", "_"})
  void aMalformedIdDestroysThePeer(String id) {
    TestPeer peer = peerWith(id, TestPeer.options());
    peer.events.assertNext("peer error invalid-id", "peer disconnected null", "peer close");
    assertDestroyed(peer);
    assertThat(simulation.server().clientIds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a b", "a--b", "a__b", "0", "some-id_of 3 words"})
  void wellFormedIdsAreAccepted(String id) {
    peerWith(id, TestPeer.options()).events.assertNext("peer open " + id);
  }

  @Test
  void aMalformedKeyDestroysThePeer() {
    PeerOptions options = PeerOptions.of(true, "0.peerjs.com", 443, "/", "no/key");
    TestPeer peer = peerWith("alice", options);
    peer.events.assertNext("peer error invalid-key", "peer disconnected null", "peer close");
    assertDestroyed(peer);
  }

  @Test
  void aKeyThatTheServerDoesNotKnowDestroysThePeer() {
    PeerOptions options = PeerOptions.of(true, "0.peerjs.com", 443, "/", "other");
    TestPeer peer = peerWith("alice", options);
    peer.events.assertNext("peer error server-error", "peer disconnected alice", "peer close");
    assertThat(peer.events.lastError().message()).isEqualTo("Invalid key provided");
    assertDestroyed(peer);
  }

  @Test
  void aServerThatRefusesTheKeyByNameIsUnderstood() {
    TestPeer peer = new TestPeer(simulation, "alice");
    simulation.runUntil(() -> simulation.server().clientIds().contains("alice"), 5000);
    simulation.server().sendRaw("alice", "{\"type\":\"INVALID-KEY\",\"payload\":{\"msg\":\"x\"}}");
    List<String> events = new ArrayList<>();
    for (String event = peer.events.next(); !event.equals("peer error invalid-key"); ) {
      events.add(event);
      event = peer.events.next();
    }
    assertThat(events).containsExactly("peer open alice");
    peer.events.assertNext("peer disconnected alice").assertExhausted();
  }

  @Test
  void withoutWebRtcThePeerIsDestroyed() {
    SimulatedPlatform page = simulation.newPage("old browser");
    page.setWebRtcSupported(false);
    TestPeer peer = new TestPeer(simulation, page, "alice", TestPeer.options());
    peer.events.assertNext(
        "peer error browser-incompatible", "peer disconnected null", "peer close");
    assertDestroyed(peer);
  }

  @Test
  void anUnreachableServerIsANetworkError() {
    simulation.server().stop();
    TestPeer alice = new TestPeer(simulation, "alice");
    alice.events.assertNext("peer error network", "peer disconnected alice").assertExhausted();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.DISCONNECTED);
    alice.page.assertNothingOpen();
  }

  @Test
  void withoutTheServerThereIsNoIdAndThePeerIsDestroyed() {
    simulation.server().stop();
    TestPeer peer = peerWith(null, TestPeer.options());
    peer.events.assertNext("peer error server-error", "peer disconnected null", "peer close");
    assertDestroyed(peer);
  }

  @Test
  void aServerThatAnswersNonsenseInsteadOfAnIdDestroysThePeer() {
    simulation.server().setFailureStatus(500);
    TestPeer peer = peerWith(null, TestPeer.options());
    peer.events.assertNext("peer error server-error", "peer disconnected null", "peer close");
    assertThat(peer.events.lastError().message()).isEqualTo("Could not get an ID from the server.");
    assertDestroyed(peer);
  }

  @Test
  void aUrlThatThePlatformRefusesIsASocketError() {
    PeerOptions options = PeerOptions.of(true, "no host", 443, "/", "peerjs");
    TestPeer peer = peerWith("alice", options);
    peer.events.assertNext("peer error socket-error", "peer disconnected alice", "peer close");
    assertDestroyed(peer);
  }

  @Test
  void aSecurePageCannotUseAServerWithoutTls() {
    SimulatedPlatform page = simulation.newPage("secure");
    page.setSecure(true);
    PeerOptions options = PeerOptions.of(false, "0.peerjs.com", 80, "/", "peerjs");
    TestPeer peer = new TestPeer(simulation, page, "alice", options);
    peer.events.assertNext("peer error ssl-unavailable", "peer disconnected alice", "peer close");
    assertDestroyed(peer);
  }

  @Test
  void aSocketThatIsLostBeforeTheServersGreetingDestroysThePeer() {
    PeerOptions options = TestPeer.options();
    options.setToken("secret");
    TestPeer old = peerWith("alice", options);
    old.events.assertNext("peer open alice");
    old.page.losePower();
    // The server holds the old socket, and so greets nobody else who has the token.
    SimulatedPlatform page = simulation.newPage("second");
    TestPeer peer = new TestPeer(simulation, page, "alice", options);
    simulation.runFor(1000);
    simulation.server().drop("alice");
    peer.events.assertNext("peer error socket-closed", "peer disconnected alice", "peer close");
    assertDestroyed(peer);
  }

  @Test
  void aUrlThatThePlatformRefusesForTheIdIsAnErrorToo() {
    PeerOptions options = PeerOptions.of(true, "no host", 443, "/", "peerjs");
    TestPeer peer = peerWith(null, options);
    peer.events.assertNext("peer error server-error", "peer disconnected null", "peer close");
    assertDestroyed(peer);
  }

  @Test
  void aFullServerDestroysThePeer() {
    simulation.newServer("full", 9000, ServerOptions.DEFAULT.withConcurrentLimit(0));
    PeerOptions options = PeerOptions.of(false, "full", 9000, "/", "peerjs");
    TestPeer peer = peerWith("alice", options);
    peer.events.assertNext("peer error server-error", "peer disconnected alice", "peer close");
    assertThat(peer.events.lastError().message())
        .isEqualTo("Server has reached its concurrent user limit");
    assertDestroyed(peer);
  }

  @Test
  void theServersPathIsUsed() {
    simulation.newServer("example.org", 9000, ServerOptions.DEFAULT.withPath("/my/app/"));
    PeerOptions options = PeerOptions.of(false, "example.org", 9000, "my/app", "peerjs");
    TestPeer named = peerWith("alice", options);
    named.events.assertNext("peer open alice");
    assertThat(peerWith(null, options).events.next()).startsWith("peer open");
  }

  @Test
  void anIdWithSpacesReachesTheServer() {
    TestPeer alice = TestPeer.open(simulation, "alice in wonderland");
    TestPeer.open(simulation, "bob").connect("alice in wonderland");
    alice.events.assertNext("peer connection bob", "connection open");
  }

  @Test
  void theServerIsLostAndConnectionsGoOn() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.server().stop();
    pair.alice.events.assertNext("peer error network", "peer disconnected alice");
    pair.bob.events.assertNext("peer error network", "peer disconnected bob");
    assertThat(pair.alice.events.lastError().message()).isEqualTo("Lost connection to server.");
    assertThat(pair.alice.peer.id()).isNull();
    TestPeer.send(pair.aliceEnd, "still here");
    pair.bob.events.assertNext("connection data");
    pair.assertExhausted();
  }

  @Test
  void aPeerReconnectsWithItsIdAndToken() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    simulation.server().stop();
    alice.events.assertNext("peer error network", "peer disconnected alice");
    simulation.server().start();
    alice.peer.reconnect();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.CONNECTING);
    alice.events.assertNext("peer open alice").assertExhausted();
    TestPeer.open(simulation, "bob").connect("alice");
    alice.events.assertNext("peer connection bob", "connection open");
  }

  @Test
  void aPeerReconnectsWhileTheServerHoldsItsOldSocket() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.page.changeAddress();
    alice.events.assertNext("peer error network", "peer disconnected alice");
    assertThat(simulation.server().clientIds()).containsExactly("alice");
    alice.peer.reconnect();
    alice.events.assertNext("peer open alice").assertExhausted();
    TestPeer.open(simulation, "bob").connect("alice");
    alice.events.assertNext("peer connection bob", "connection open");
  }

  @Test
  void aPeerWhoseReconnectFailsCanTryAgain() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    simulation.server().stop();
    alice.events.assertNext("peer error network", "peer disconnected alice");
    for (int i = 0; i < 3; i++) {
      alice.peer.reconnect();
      alice.events.assertNext("peer error network", "peer disconnected alice");
    }
    simulation.server().start();
    alice.peer.reconnect();
    alice.events.assertNext("peer open alice").assertExhausted();
  }

  @Test
  void aPeerWhoseIdWasTakenMeanwhileIsDisconnectedAgain() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.peer.disconnect();
    alice.events.assertNext("peer disconnected alice").assertExhausted();
    peerWith("alice", TestPeer.options()).events.assertNext("peer open alice");
    alice.peer.reconnect();
    alice.events.assertNext("peer error unavailable-id", "peer disconnected alice");
    alice.events.assertExhausted();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.DISCONNECTED);
  }

  @Test
  void aPeerThatNeverOpenedMayReconnectAfterTheServerWasUnreachable() {
    simulation.server().stop();
    TestPeer alice = new TestPeer(simulation, "alice");
    alice.events.assertNext("peer error network", "peer disconnected alice");
    simulation.server().start();
    alice.peer.reconnect();
    alice.events.assertNext("peer open alice").assertExhausted();
  }

  @Test
  void reconnectIsRefusedWhereItMakesNoSense() {
    TestPeer alice = new TestPeer(simulation, "alice");
    alice.peer.reconnect();
    assertThat(alice.page.log()).hasSize(1);
    alice.events.assertNext("peer open alice");
    assertThatThrownBy(alice.peer::reconnect)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not disconnected");
    alice.peer.destroy();
    assertThatThrownBy(alice.peer::reconnect)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("destroyed");
  }

  @Test
  void disconnectLeavesTheServerAndKeepsConnections() {
    ConnectedPair pair = new ConnectedPair(simulation);
    pair.alice.peer.disconnect();
    pair.alice.peer.disconnect();
    pair.alice.events.assertNext("peer disconnected alice");
    simulation.runFor(500);
    assertThat(simulation.server().clientIds()).containsExactly("bob");
    TestPeer.send(pair.aliceEnd, "still here");
    pair.bob.events.assertNext("connection data");
    pair.assertExhausted();
  }

  @Test
  void aDisconnectedPeerCannotDial() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.peer.disconnect();
    alice.events.assertNext("peer disconnected alice");
    assertThat(alice.peer.connect("bob", ConnectOptions.of("binary"))).isNull();
    assertThat(alice.peer.call("bob", alice.page.newStream("audio"), CallOptions.none())).isNull();
    alice.events.assertNext("peer error disconnected", "peer error disconnected");
    alice.events.assertExhausted();
  }

  @Test
  void destroyEndsEverything() {
    ConnectedPair pair = new ConnectedPair(simulation);
    pair.alice.peer.destroy();
    pair.alice.peer.destroy();
    pair.alice.events.assertNext("peer disconnected alice", "connection close", "peer close");
    assertThat(pair.alice.peer.connections().size()).isZero();
    pair.bob.events.assertNext("connection close");
    assertDestroyed(pair.alice);
    pair.bob.peer.destroy();
    pair.bob.events.assertNext("peer disconnected bob", "peer close");
    assertDestroyed(pair.bob);
    simulation.run();
    assertThat(simulation.server().clientIds()).isEmpty();
  }

  @Test
  void destroyBeforeOpen() {
    TestPeer alice = new TestPeer(simulation, "alice");
    alice.peer.destroy();
    alice.events.assertNext("peer disconnected alice", "peer close");
    assertDestroyed(alice);
    assertThat(simulation.server().clientIds()).isEmpty();
  }

  @Test
  void destroyWhileTheIdIsFetched() {
    TestPeer peer = peerWith(null, TestPeer.options());
    peer.peer.destroy();
    peer.events.assertNext("peer disconnected null", "peer close");
    assertDestroyed(peer);
    assertThat(simulation.server().clientIds()).isEmpty();
  }

  @Test
  void disconnectAndReconnectWhileTheIdIsFetched() {
    TestPeer peer = peerWith(null, TestPeer.options());
    peer.peer.disconnect();
    peer.events.assertNext("peer disconnected null");
    peer.peer.reconnect();
    assertThat(peer.events.next()).startsWith("peer open");
    peer.events.assertExhausted();
    assertThat(simulation.server().clientIds()).hasSize(1);
  }

  @Test
  void destroyWithinTheOpenEvent() {
    TestPeer alice = new TestPeer(simulation, "alice");
    alice.events.react(
        event -> {
          if (event.equals("peer open alice")) {
            alice.peer.destroy();
          }
        });
    alice.events.assertNext("peer open alice", "peer disconnected alice", "peer close");
    assertDestroyed(alice);
  }

  @Test
  void destroyWithinTheDisconnectedEvent() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.events.react(
        event -> {
          if (event.equals("peer disconnected alice")) {
            alice.peer.destroy();
          }
        });
    simulation.server().stop();
    alice.events.assertNext("peer error network", "peer disconnected alice", "peer close");
    assertDestroyed(alice);
  }

  @Test
  void destroyWithinTheDisconnectedEventOfADestroy() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.events.react(event -> alice.peer.destroy());
    alice.peer.destroy();
    alice.events.assertNext("peer disconnected alice", "peer close");
    assertDestroyed(alice);
  }

  @Test
  void reconnectWithinTheDisconnectedEventOfADestroy() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.events.react(
        event -> {
          if (event.equals("peer disconnected alice")) {
            alice.peer.reconnect();
          }
        });
    alice.peer.destroy();
    alice.events.assertNext("peer disconnected alice", "peer close");
    assertThat(alice.peer.id()).isNull();
    assertDestroyed(alice);
    assertThat(simulation.server().clientIds()).isEmpty();
  }

  @Test
  void destroyWithinTheErrorEvent() {
    simulation.server().stop();
    TestPeer alice = new TestPeer(simulation, "alice");
    alice.events.react(
        event -> {
          if (event.startsWith("peer error")) {
            alice.peer.destroy();
          }
        });
    alice.events.assertNext("peer error network", "peer disconnected alice", "peer close");
    assertDestroyed(alice);
  }

  @Test
  void reconnectWithinTheDisconnectedEvent() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.events.react(
        event -> {
          if (event.equals("peer disconnected alice")) {
            alice.peer.reconnect();
          }
        });
    simulation.server().drop("alice");
    alice.events.assertNext("peer error network", "peer disconnected alice", "peer open alice");
    alice.events.assertExhausted();
  }

  @Test
  void destroyAtEveryStepLeavesNothingOpen() {
    int steps = 0;
    for (boolean finished = false; !finished; steps++) {
      finished = destroyAfter(steps);
    }
    assertThat(steps).isGreaterThan(100);
  }

  /** Destroys alice after a number of steps of the life of a connection; answers if it was over. */
  private static boolean destroyAfter(int steps) {
    Simulation world = new Simulation(steps % 7);
    TestPeer alice = new TestPeer(world, "alice");
    TestPeer bob = new TestPeer(world, "bob");
    alice.connect("bob");
    alice.call("bob", alice.page.newStream("audio", "video"));
    bob.events.react(
        event -> {
          if (event.startsWith("peer call")) {
            bob.events.call().answer(bob.page.newStream("audio"), null);
          }
          if (event.equals("connection open")) {
            TestPeer.send(bob.events.connection(), "hello");
          }
        });
    int[] left = {steps};
    world.runUntil(() -> --left[0] < 0 || world.now() >= 4000, 10_000);
    boolean finished = left[0] >= 0;
    alice.peer.destroy();
    alice.page.assertNothingOpen();
    world.runFor(30_000);
    assertThat(alice.peer.connections().size()).isZero();
    assertThat(bob.peer.connections().size()).as("Bob's, in %s after %s", world, steps).isZero();
    assertThat(alice.events.pending().filter("connection close"::equals)).hasSize(1);
    assertThat(alice.events.pending().filter("call close"::equals)).hasSize(1);
    assertThat(alice.events.pending().filter("peer close"::equals)).hasSize(1);
    bob.peer.destroy();
    bob.page.assertNothingOpen();
    world.run();
    return finished;
  }

  @Test
  void allPeersAreListed() {
    simulation.newServer("open", 443, ServerOptions.DEFAULT.withAllowDiscovery(true));
    PeerOptions options = PeerOptions.of(true, "open", 443, "/", "peerjs");
    TestPeer alice = peerWith("alice", options);
    alice.events.assertNext("peer open alice");
    List<String> answers = new ArrayList<>();
    alice.peer.listAllPeers(
        ids -> answers.add(ids.toString()), error -> answers.add(error.type().wireName()));
    simulation.runFor(1000);
    assertThat(answers).containsExactly("[alice]");
  }

  @Test
  void aRefusedListDoesNotDestroyThePeer() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    List<String> answers = new ArrayList<>();
    alice.peer.listAllPeers(
        ids -> answers.add(ids.toString()), error -> answers.add(error.message()));
    simulation.runFor(1000);
    assertThat(answers).containsExactly("The server does not list peers (`allow_discovery`).");
    simulation.server().setRefusing(true);
    alice.peer.listAllPeers(
        ids -> answers.add(ids.toString()), error -> answers.add(error.message()));
    simulation.runFor(1000);
    assertThat(answers).hasSize(2).endsWith("Could not get the list of peers from the server.");
    alice.events.assertExhausted();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.OPEN);
  }

  @Test
  void theTokenOfTheOptionsIsUsed() {
    PeerOptions options = TestPeer.options();
    options.setToken("secret");
    TestPeer alice = peerWith("alice", options);
    alice.events.assertNext("peer open alice");
    simulation.server().drop("alice");
    alice.events.assertNext("peer error network", "peer disconnected alice");
    SimulatedPlatform page = simulation.newPage("second");
    new TestPeer(simulation, page, "alice", options).events.assertNext("peer open alice");
  }

  @Test
  void theOldUrlsOfIceServersAreNormalised() {
    Object server = Map.of("url", "turn:homeo@turn.example.org:80", "credential", "x");
    PeerOptions options = TestPeer.options();
    options.setConfig(JavaValue.of(Map.of("iceServers", List.of(server))));
    TestPeer alice = peerWith("alice", options);
    alice.events.assertNext("peer open alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    assertThat(alice.page.peerConnections().get(0).configuration().toString())
        .contains("urls=turn:turn.example.org:80", "username=homeo", "credential=x");
  }

  private TestPeer peerWithRefusedConfiguration() {
    Object server = Map.of("urls", "http://no.ice.server");
    JSObject config = JavaValue.of(Map.of("iceServers", List.of(server)));
    PeerOptions options = TestPeer.options();
    options.setConfig(config);
    TestPeer alice = peerWith("alice", options);
    alice.events.assertNext("peer open alice");
    return alice;
  }

  @Test
  void aConfigurationThatThePlatformRefusesFailsTheConnectionLater() {
    TestPeer alice = peerWithRefusedConfiguration();
    DataConnection connection = alice.connect("bob");
    assertThat(connection.state()).isEqualTo(Connection.State.CONNECTING);
    alice.events.assertNext("connection error webrtc", "connection close", "peer error webrtc");
    assertThat(Values.getString(alice.events.lastError().cause(), "name")).isEqualTo("SyntaxError");
    alice.events.assertExhausted();
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void aLeaveDuringAnAnswerThatThePlatformRefusesIsHarmless() {
    TestPeer alice = peerWithRefusedConfiguration();
    TestPeer bob = TestPeer.open(simulation, "bob");
    bob.call("alice", bob.page.newStream("audio"));
    alice.events.react(
        event -> {
          if (event.equals("peer call bob")) {
            alice.events.call().answer(null, null);
            alice.events.call().recovery().peerLeft();
          }
        });
    alice.events.assertNext(
        "peer call bob", "call error webrtc", "call close", "peer error webrtc");
    alice.events.assertExhausted();
  }

  @Test
  void nothingIsReportedAfterThePeerWasDestroyed() {
    TestPeer alice = peerWithRefusedConfiguration();
    alice.connect("bob");
    alice.peer.destroy();
    alice.events.assertNext("peer disconnected alice", "connection close", "peer close");
    alice.events.assertExhausted();
  }

  @Test
  void aConnectionsErrorIsNotReportedByAPeerThatItsListenerDestroyed() {
    for (String culprit : List.of("connection error peer-unavailable", "connection close")) {
      Simulation world = new Simulation(1);
      TestPeer alice = TestPeer.open(world, "alice");
      alice.connect("nobody");
      alice.events.react(
          event -> {
            if (event.equals(culprit)) {
              alice.peer.destroy();
            }
          });
      world.runFor(10_000);
      assertThat(alice.events.drain()).endsWith("peer close").doesNotHaveDuplicates();
    }
  }

  @Test
  void aDestroyedPeerCannotDial() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.peer.destroy();
    alice.events.assertNext("peer disconnected alice", "peer close");
    assertThat(alice.peer.connect("bob", ConnectOptions.of("binary"))).isNull();
    alice.events.assertNext("peer error disconnected").assertExhausted();
  }

  @Test
  void theServersPingIsAnswered() {
    TestPeer.open(simulation, "alice");
    simulation.server().sendRaw("alice", "{\"type\":\"PING\"}");
    simulation.runFor(1000);
    assertThat(simulation.server().received()).extracting(SignalRecord::type).contains("PONG");
  }
}
