package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

/**
 * A counterpart writes frames that are nearly right into an open channel, between messages that are
 * right. What must hold in every serialization: no exception escapes, what is right arrives, in
 * order, until one side closes, the other direction goes on unless it is asked to wait, and nothing
 * is left.
 *
 * <p>See {@link SeededWalks} for how to replay a failure, or to go on for longer.
 */
class HostileFramesTest {
  private static final int STEPS = 60;
  private static final List<String> SERIALIZATIONS =
      List.of("binary", "binary-utf8", "json", "raw", "constructor");

  private int arrived;
  private int refused;

  @Test
  void framesThatAreNearlyRightDoNoHarm() {
    SeededWalks.run(
        200,
        seed -> {
          Walk walk = new Walk(seed);
          walk.walk();
          arrived += walk.arrived;
          refused += walk.alice.errors;
        });
    // A walk that never gets anywhere would prove nothing.
    assertThat(arrived).as("Messages that arrived").isPositive();
    assertThat(refused).as("Frames that were reported").isPositive();
  }

  /** What alice sees, and may do about it. */
  private static final class Reader implements DataConnectionListener {
    final List<String> received = new ArrayList<>();
    int errors;
    private final RandomGenerator random;
    private final DataConnection connection;
    private boolean closed;

    Reader(RandomGenerator random, DataConnection connection) {
      this.random = random;
      this.connection = connection;
      connection.setListener(this);
    }

    private void react() {
      assertThat(closed).as("Something after close").isFalse();
      switch (random.nextInt(600)) {
        case 0 -> connection.close();
        case 1 -> connection.flushAndClose();
        case 2, 3, 4, 5 -> connection.setReceivesBlobs(random.nextBoolean());
        case 6, 7, 8 -> connection.setHeld(random.nextBoolean());
        default -> {}
      }
    }

    @Override
    public void onData(JSObject value) {
      if (JavaValue.unwrap(value) instanceof String text && text.startsWith("message ")) {
        received.add(text);
      }
      react();
    }

    @Override
    public void onProgress(boolean outgoing, double transferred, double total) {
      react();
    }

    @Override
    public void onError(PeerError error) {
      errors++;
      react();
    }

    @Override
    public void onClose() {
      assertThat(closed).as("Closed twice").isFalse();
      closed = true;
    }
  }

  private static final class Walk {
    int arrived;
    final Reader alice;
    private final Simulation simulation;
    private final RandomGenerator random;
    private final ConnectedPair pair;
    private final FrameMutator mutator;
    private final List<String> sent = new ArrayList<>();

    Walk(long seed) {
      simulation = new Simulation(seed);
      random = simulation.random();
      pair =
          new ConnectedPair(
              simulation,
              ConnectOptions.of(SERIALIZATIONS.get(random.nextInt(SERIALIZATIONS.size()))));
      alice = new Reader(random, pair.aliceEnd);
      mutator = new FrameMutator(random, pair.bob.page);
      pair.bobEnd.setListener(new DataConnectionListener() {});
    }

    void walk() {
      for (int i = 0; i < STEPS && isOpen(); i++) {
        switch (random.nextInt(6)) {
          case 0 -> say();
          case 1 -> pair.aliceEnd.send(JavaValue.of("anything"));
          case 2 -> flood();
          default -> pair.bobEnd.dataChannel().send(JavaValue.of(mutator.next()));
        }
        simulation.runFor(random.nextInt(random.nextInt(10) == 0 ? 40_000 : 200));
        assertThat(pair.alice.page.openResources().timers()).isLessThanOrEqualTo(5);
      }
      if (isOpen()) {
        say();
        simulation.runFor(5000);
      }
      // Bob, too, may have been asked to wait, and what waits is lost if alice closes.
      boolean all = isOpen() && pair.bobEnd.bufferSize() == 0;
      assertThat(alice.received).isEqualTo(all ? sent : sent.subList(0, alice.received.size()));
      arrived = alice.received.size();
      simulation.runFor(2 * Farewell.PATIENCE);
      pair.destroy();
      simulation.run();
    }

    private boolean isOpen() {
      return pair.bobEnd.state() == Connection.State.OPEN
          && pair.aliceEnd.state() == Connection.State.OPEN
          && pair.bobEnd.dataChannel().getReadyState().equals("open");
    }

    private void say() {
      String text = "message " + sent.size();
      sent.add(text);
      pair.bobEnd.send(JavaValue.of(text));
    }

    private void flood() {
      for (int i = random.nextInt(400); i > 0; i--) {
        pair.bobEnd.dataChannel().send(JavaValue.of(FrameMutator.pack(mutator.chunk())));
      }
    }
  }
}
