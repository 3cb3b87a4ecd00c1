package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.LinkConditions;
import io.github.teapeer.client.simulation.SimulatedAbortSignal;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

/**
 * Sends values and Blobs of any size, aborts some, holds back, and closes at any time. What must
 * hold: what is done arrives, in order and once, unless the connection ends; what is aborted or
 * unreadable does not arrive; everything ends; and nothing is left.
 *
 * <p>A failure names its seed: {@code -Dteapeer.seed=N} walks that way alone.
 */
class SendingWalkTest {
  private static final int WALKS = Integer.getInteger("teapeer.walks", 2000);
  private static final int STEPS = 40;

  @Test
  void whateverIsSentArrivesOnceOrEndsAsItMust() {
    Long only = Long.getLong("teapeer.seed");
    if (only != null) {
      new Walk(only).walk();
      return;
    }
    int arrived = 0;
    int aborted = 0;
    int cut = 0;
    for (long seed = 0; seed < WALKS; seed++) {
      Walk walk = new Walk(seed);
      walk.walk();
      arrived += walk.receiver.next;
      aborted += (int) walk.sent.stream().filter(each -> each.is("aborted")).count();
      cut += (int) walk.sent.stream().filter(each -> each.is("connection-closed")).count();
    }
    assertThat(arrived).as("Messages that arrived").isGreaterThan(WALKS * 5);
    assertThat(aborted).as("Messages that were aborted").isGreaterThan(WALKS);
    assertThat(cut).as("Messages that a close cut off").isGreaterThan(WALKS / 4);
  }

  /** Something that was sent. */
  private static final class Sent implements Completion {
    final int number;
    final int size;
    final SimulatedAbortSignal signal;
    String outcome = "";

    Sent(int number, int size, SimulatedAbortSignal signal) {
      this.number = number;
      this.size = size;
      this.signal = signal;
    }

    byte[] content() {
      byte[] content = new byte[size];
      Arrays.fill(content, (byte) number);
      content[0] = (byte) (number >> 8);
      content[size - 1] = (byte) number;
      return content;
    }

    boolean is(String expected) {
      return outcome.equals(expected);
    }

    @Override
    public void done() {
      outcome += "done";
    }

    @Override
    public void failed(PeerError error) {
      outcome += error.type().wireName();
    }
  }

  /** Checks what arrives. */
  private static final class Receiver implements DataConnectionListener {
    private final Walk walk;
    int next;
    boolean closed;

    Receiver(Walk walk) {
      this.walk = walk;
    }

    @Override
    public void onData(JSObject value) {
      assertThat(closed).isFalse();
      byte[] content = (byte[]) JavaValue.unwrap(value);
      while (!Arrays.equals(content, walk.sent.get(next).content())) {
        assertThat(walk.sent.get(next).outcome)
            .as("What does not arrive, number %s of seed %s", next, walk.seed)
            .isIn("aborted", "bad-data");
        next++;
      }
      next++;
    }

    @Override
    public void onError(PeerError error) {
      throw new AssertionError("Seed " + walk.seed + ": " + error.message());
    }

    @Override
    public void onClose() {
      closed = true;
    }
  }

  private static final class Walk {
    private final long seed;
    private final Simulation simulation;
    private final RandomGenerator random;
    private final List<Sent> sent = new ArrayList<>();
    private final Receiver receiver = new Receiver(this);
    private final List<SimulatedAbortSignal> signals = new ArrayList<>();
    private ConnectedPair pair;

    Walk(long seed) {
      this.seed = seed;
      simulation = new Simulation(seed);
      random = simulation.random();
    }

    void walk() {
      pair = new ConnectedPair(simulation);
      simulation
          .network()
          .setConditions(new LinkConditions(5, 5 + random.nextInt(40), 0, 4_000_000));
      pair.aliceEnd.setListener(new DataConnectionListener() {});
      pair.bobEnd.setListener(receiver);
      for (int i = 0; i < STEPS; i++) {
        step();
        simulation.runFor(random.nextInt(3) == 0 ? random.nextInt(200) : 0);
      }
      pair.bobEnd.setHeld(false);
      boolean delivers = true;
      if (random.nextBoolean()) {
        pair.aliceEnd.flushAndClose();
        simulation.runUntil(() -> receiver.closed, 120_000);
      } else if (random.nextBoolean()) {
        pair.aliceEnd.close();
        simulation.runUntil(() -> receiver.closed, 120_000);
      } else {
        pair.bobEnd.close();
        simulation.runFor(20_000);
        delivers = false;
      }
      check(delivers);
      simulation.runFor(Farewell.PATIENCE);
      pair.destroy();
    }

    private void step() {
      switch (random.nextInt(8)) {
        case 0 -> pair.bobEnd.setHeld(random.nextInt(3) == 0);
        case 1, 2 -> {
          if (!signals.isEmpty()) {
            signals.get(random.nextInt(signals.size())).abort(null);
          }
        }
        default -> send();
      }
    }

    private void send() {
      SimulatedAbortSignal signal = null;
      if (random.nextInt(3) == 0) {
        signal = pair.alice.page.newAbortSignal();
        signals.add(signal);
      } else if (!signals.isEmpty() && random.nextInt(4) == 0) {
        signal = signals.get(random.nextInt(signals.size()));
      }
      int size = 1 + random.nextInt(random.nextInt(3) == 0 ? 900_000 : 20_000);
      Sent next = new Sent(sent.size(), size, signal);
      sent.add(next);
      byte[] content = next.content();
      JSObject value =
          switch (random.nextInt(6)) {
            case 0 -> pair.alice.page.newBlob(content, random.nextInt(size));
            case 1, 2 -> pair.alice.page.newBlob(content, size);
            default -> JavaValue.of(content);
          };
      pair.aliceEnd.send(value, signal, next);
    }

    private void check(boolean delivered) {
      for (Sent each : sent) {
        String name = "Number " + each.number + " of seed " + seed;
        assertThat(each.outcome)
            .as(name)
            .isIn("done", "aborted", "bad-data", delivered ? "done" : "connection-closed");
        if (each.signal != null) {
          assertThat(each.signal.hasListeners()).as(name).isFalse();
        }
      }
      if (delivered) {
        assertThat(sent.subList(receiver.next, sent.size()))
            .as("What arrived with seed %s, and what remains", seed)
            .noneMatch(each -> each.is("done"));
      }
    }
  }
}
