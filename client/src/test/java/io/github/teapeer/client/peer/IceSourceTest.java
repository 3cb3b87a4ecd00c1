package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.SimulatedPromise;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

/** Configurations that are asked for before every peer connection. */
class IceSourceTest {
  private final Simulation simulation = new Simulation(6);
  private final List<SimulatedPromise<JSObject>> asked = new ArrayList<>();
  private final TestPeer alice = newAlice();
  private final TestPeer bob = TestPeer.open(simulation, "bob");

  private TestPeer newAlice() {
    SimulatedPlatform page = simulation.newPage("alice");
    PeerOptions options = TestPeer.options();
    options.setConfig(config("fixed"));
    TestPeer peer =
        new TestPeer(
            simulation,
            page,
            "alice",
            options,
            () -> {
              asked.add(page.newPromise());
              return asked.get(asked.size() - 1);
            });
    peer.events.assertNext("peer open alice");
    return peer;
  }

  private static JSObject config(String host) {
    return JavaValue.of(Map.of("iceServers", List.of(Map.of("url", "stun:" + host))));
  }

  private String hostOf(int connection) {
    return alice.page.peerConnections().get(connection).configuration().toString();
  }

  private void settle(Runnable action) {
    alice.page.setTimeout(action::run, 1);
    simulation.runFor(10);
  }

  @Test
  void everyConnectionAsksAnew() {
    alice.connect("bob");
    simulation.runFor(1000);
    assertThat(alice.page.peerConnections()).isEmpty();
    settle(() -> asked.get(0).fulfill(config("first")));
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    alice.call("bob", alice.page.newStream("audio"));
    settle(() -> asked.get(1).fulfill(config("second")));
    bob.events.assertNext("peer call alice");
    assertThat(hostOf(0)).contains("urls=stun:first");
    assertThat(hostOf(1)).contains("urls=stun:second");
  }

  @Test
  void whoIsDialledAsksToo() {
    bob.connect("alice");
    alice.events.assertNext("peer connection bob");
    simulation.runFor(2000); // Candidates come meanwhile.
    settle(() -> asked.get(0).fulfill(config("first")));
    alice.events.assertNext("connection open");
    bob.events.assertNext("connection open");
    bob.call("alice", bob.page.newStream("audio"));
    alice.events.assertNext("peer call bob");
    alice.events.call().answer(null, null);
    assertThat(asked).hasSize(2);
    settle(() -> asked.get(1).fulfill(config("second")));
    alice.events.assertNext("call stream 1");
    assertThat(hostOf(1)).contains("urls=stun:second");
  }

  @Test
  void nothingForAnAnswerMeansTheConfigurationOfTheOptions() {
    alice.connect("bob");
    settle(() -> asked.get(0).fulfill(null));
    alice.events.assertNext("connection open");
    alice.connect("bob");
    alice.connect("bob");
    settle(() -> asked.get(1).fulfill(config("first")));
    settle(() -> asked.get(2).fulfill(null));
    assertThat(hostOf(0)).contains("urls=stun:fixed");
    assertThat(hostOf(1)).contains("urls=stun:first");
    assertThat(hostOf(2)).contains("urls=stun:fixed");
  }

  @Test
  void aRefusalFailsTheConnection() {
    alice.connect("bob");
    settle(() -> asked.get(0).reject(JavaValue.of("no")));
    alice.events.assertNext("connection error webrtc", "connection close", "peer error webrtc");
    assertThat(alice.events.lastError().cause()).isEqualTo(JavaValue.of("no"));
    alice.events.assertExhausted();
    assertThat(alice.page.openResources().peerConnections()).isZero();
    bob.connect("alice");
    alice.events.assertNext("peer connection bob");
    settle(() -> asked.get(1).reject(JavaValue.of("no")));
    alice.events.assertNext("connection error webrtc", "connection close", "peer error webrtc");
    alice.events.assertExhausted();
  }

  @Test
  void anAnswerThatIsNoConfigurationFailsTheConnection() {
    for (Object nonsense :
        List.of(5.0, "x", Map.of("iceServers", "x"), Map.of("iceServers", List.of(5.0)))) {
      alice.connect("bob");
      settle(() -> asked.get(asked.size() - 1).fulfill(JavaValue.of(nonsense)));
      alice.events.assertNext("connection error webrtc", "connection close", "peer error webrtc");
      assertThat(Values.getString(alice.events.lastError().cause(), "name")).isEqualTo("TypeError");
    }
    alice.events.assertExhausted();
  }

  @Test
  void aConnectionThatIsClosedMeanwhileIsNeverMade() {
    alice.connect("bob").close();
    MediaConnection call = alice.call("bob", alice.page.newStream("audio"));
    alice.peer.destroy();
    settle(
        () -> {
          asked.get(0).fulfill(config("late"));
          asked.get(1).reject(JavaValue.of("late"));
        });
    assertThat(call.state()).isEqualTo(Connection.State.CLOSED);
    assertThat(alice.page.peerConnections()).isEmpty();
    alice.page.assertNothingOpen();
    alice.events.assertNext(
        "connection close", "peer disconnected alice", "call close", "peer close");
    alice.events.assertExhausted();
  }
}
