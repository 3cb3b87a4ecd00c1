package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.OpenResources;
import io.github.teapeer.client.simulation.SimulatedAbortSignal;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Peers that live for long: after a thousand connections they hold as much as after the first,
 * however the connections ended.
 */
class ConnectionCyclesTest {
  private static final int CYCLES = 1000;
  private static final List<String> SERIALIZATIONS =
      List.of("binary", "binary-utf8", "json", "raw");

  private final Simulation simulation = new Simulation(41);
  private final RandomGenerator random = simulation.random();
  private final TestPeer alice = TestPeer.open(simulation, "alice");
  private final TestPeer bob = TestPeer.open(simulation, "bob");

  @Test
  void nothingIsLeftOfAThousandConnections() {
    cycle(0);
    settle();
    OpenResources openBefore = alice.page.openResources();
    Map<String, Integer> before = ReachableObjects.countsFrom(alice.peer);
    long bytesBefore = ReachableObjects.bytesFrom(alice.peer);
    assertThat(before).as("What is searched").containsKeys(Peer.class.getName());
    for (int i = 0; i < CYCLES; i++) {
      cycle(i);
    }
    settle();
    for (TestPeer each : List.of(alice, bob)) {
      assertThat(each.page.openResources()).isEqualTo(openBefore);
      assertThat(each.peer.connections().size()).isZero();
      assertThat(ReachableObjects.countsFrom(each.peer)).isEqualTo(before);
      assertThat(ReachableObjects.bytesFrom(each.peer)).isLessThan(bytesBefore + 1000);
      each.peer.destroy();
      each.page.assertNothingOpen();
    }
    simulation.run();
  }

  /** Until even those have been given up that were connected to nobody. */
  private void settle() {
    simulation.runFor(120_000);
    alice.events.drain();
    bob.events.drain();
  }

  private void cycle(int number) {
    TestPeer from = random.nextBoolean() ? alice : bob;
    TestPeer to = from == alice ? bob : alice;
    switch (number % 8) {
      case 0, 1, 2, 3 -> transfer(from, to, SERIALIZATIONS.get(number % 4));
      case 4 -> call(from, to);
      case 5 -> {
        MediaConnection call = from.call(to.peer.id(), from.page.newStream("audio"));
        run();
        to.events.call().reject(JavaValue.of("not now"));
        closed(call);
      }
      case 6 -> abort(from, to);
      default -> from.connect("nobody");
    }
    alice.events.drain();
    bob.events.drain();
  }

  private void closed(Connection connection) {
    simulation.runUntil(() -> connection.state() == Connection.State.CLOSED, 10_000);
  }

  private void run() {
    simulation.runFor(1500);
  }

  private void transfer(TestPeer from, TestPeer to, String serialization) {
    DataConnection outgoing = from.connect(to.peer.id(), ConnectOptions.of(serialization));
    simulation.runUntil(() -> outgoing.state() == Connection.State.OPEN, 10_000);
    run();
    DataConnection incoming = to.events.connection();
    TestPeer.send(
        outgoing, "x".repeat(random.nextInt(serialization.equals("raw") ? 100 : 100_000)));
    TestPeer.send(incoming, "y");
    run();
    DataConnection ends = random.nextBoolean() ? outgoing : incoming;
    if (random.nextBoolean()) {
      ends.flushAndClose();
    } else {
      ends.close();
    }
    closed(outgoing);
    closed(incoming);
  }

  private void call(TestPeer from, TestPeer to) {
    MediaConnection call = from.call(to.peer.id(), from.page.newStream("audio", "video"));
    run();
    to.events.call().answer(to.page.newStream("audio"), null);
    run();
    call.addTrack(from.page.newTrack("audio"), null, new Heard());
    run();
    (random.nextBoolean() ? call : to.events.call()).close();
    closed(call);
  }

  /** A dial that is aborted on the way. */
  private void abort(TestPeer from, TestPeer to) {
    SimulatedAbortSignal signal = from.page.newAbortSignal();
    ConnectOptions options =
        ConnectOptions.of(null, null, "binary", true, null, null, DialLimits.of(5000, signal));
    DataConnection connection = from.connect(to.peer.id(), options);
    simulation.runFor(random.nextInt(200));
    signal.abort(null);
    closed(connection);
    assertThat(signal.hasListeners()).isFalse();
  }

  /** Of no further interest. */
  private static final class Heard implements Completion {
    @Override
    public void done() {}

    @Override
    public void failed(PeerError error) {}
  }
}
