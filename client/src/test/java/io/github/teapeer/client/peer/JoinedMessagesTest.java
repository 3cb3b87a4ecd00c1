package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.binarypack.BinaryPack;
import io.github.teapeer.client.simulation.SimulatedAbortSignal;
import io.github.teapeer.client.simulation.SimulatedBlob;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.MessageEvent;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.jso.JSObject;

/** Small messages that are sent in the same task go along with each other in one frame. */
class JoinedMessagesTest {
  private final Simulation simulation = new Simulation(17);

  /** What arrives at one end: values, and the frames that they came in. */
  private static final class Arrivals implements DataConnectionListener {
    final List<Object> values = new ArrayList<>();
    int frames;
    private boolean closed;
    private final EventHandler<MessageEvent> onFrame = event -> frames++;

    Arrivals(DataConnection connection) {
      connection.setListener(this);
      connection.dataChannel().addEventListener("message", onFrame);
    }

    @Override
    public void onData(JSObject value) {
      Object unwrapped = value instanceof SimulatedBlob ? value : JavaValue.unwrap(value);
      values.add(unwrapped instanceof byte[] bytes ? bytes.length : unwrapped);
    }

    @Override
    public void onError(PeerError error) {
      values.add(error.type().wireName());
    }

    @Override
    public void onClose() {
      closed = true;
    }

    private void await(Simulation simulation, int count) {
      simulation.runUntil(() -> values.size() >= count, 60_000);
      simulation.runFor(1000);
    }
  }

  private static void sendNumbers(DataConnection connection, int count) {
    for (int i = 0; i < count; i++) {
      connection.send(JavaValue.of(Map.of("number", "message " + i)));
    }
  }

  private static List<Object> numbers(int count) {
    List<Object> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expected.add(Map.of("number", "message " + i));
    }
    return expected;
  }

  private ConnectedPair pair(String serialization) {
    return new ConnectedPair(simulation, ConnectOptions.of(serialization));
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "binary-utf8"})
  void allButTheFirstOfATaskShareAFrame(String serialization) {
    ConnectedPair pair = pair(serialization);
    Arrivals bob = new Arrivals(pair.bobEnd);
    sendNumbers(pair.aliceEnd, 100);
    assertThat(pair.aliceEnd.bufferSize()).isOne();
    assertThat(pair.aliceEnd.bufferedAmount()).isGreaterThan(100 * 10);
    bob.await(simulation, 100);
    assertThat(bob.values).isEqualTo(numbers(100));
    assertThat(bob.frames).isEqualTo(2);
    sendNumbers(pair.aliceEnd, 1);
    bob.await(simulation, 101);
    assertThat(bob.frames).isEqualTo(3);
  }

  @Test
  void noFrameIsLongerThanWhatTheSmallestChannelTakes() {
    ConnectedPair pair = pair("binary");
    Arrivals bob = new Arrivals(pair.bobEnd);
    sendNumbers(pair.aliceEnd, 4000);
    bob.await(simulation, 4000);
    assertThat(bob.values).isEqualTo(numbers(4000));
    assertThat(bob.frames).isBetween(4000 * 20 / 16_384, 40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw", "json"})
  void textsAreFramesOfTheirOwn(String serialization) {
    ConnectedPair pair = pair(serialization);
    Arrivals bob = new Arrivals(pair.bobEnd);
    for (int i = 0; i < 10; i++) {
      pair.aliceEnd.send(JavaValue.of("text"));
    }
    bob.await(simulation, 10);
    assertThat(bob.frames).isEqualTo(10);
  }

  @Test
  void whereMessagesMayGetLostTheyAreFramesOfTheirOwn() {
    RTCDataChannelInit lossy = RTCDataChannelInit.create();
    lossy.setMaxRetransmits(2);
    ConnectedPair pair =
        new ConnectedPair(
            simulation,
            ConnectOptions.of(null, null, "binary", false, lossy, null, DialLimits.none()));
    Arrivals bob = new Arrivals(pair.bobEnd);
    sendNumbers(pair.aliceEnd, 10);
    bob.await(simulation, 10);
    assertThat(bob.frames).isEqualTo(10);
  }

  @Test
  void aMessageWithASignalIsOneThatCanBeAborted() {
    ConnectedPair pair = pair("binary");
    Arrivals bob = new Arrivals(pair.bobEnd);
    SimulatedAbortSignal signal = pair.alice.page.newAbortSignal();
    sendNumbers(pair.aliceEnd, 3);
    pair.aliceEnd.send(JavaValue.of("with a signal"), signal, Ignored.IGNORED);
    pair.aliceEnd.send(JavaValue.of("after it"));
    signal.abort(null);
    bob.await(simulation, 5);
    List<Object> expected = numbers(3);
    expected.addAll(List.of("with a signal", "after it"));
    assertThat(bob.values).isEqualTo(expected);
    assertThat(signal.hasListeners()).isFalse();
  }

  private enum Ignored implements Completion {
    IGNORED;

    @Override
    public void done() {}

    @Override
    public void failed(PeerError error) {
      throw new AssertionError(error.message());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closingDeliversWhatWasSentInTheSameTask(boolean flush) {
    ConnectedPair pair = pair("binary");
    Arrivals bob = new Arrivals(pair.bobEnd);
    sendNumbers(pair.aliceEnd, 50);
    if (flush) {
      pair.aliceEnd.flushAndClose();
    } else {
      pair.aliceEnd.close();
    }
    simulation.runUntil(() -> bob.closed, 20_000);
    assertThat(bob.values).isEqualTo(numbers(50));
    simulation.runFor(20_000);
    pair.destroy();
  }

  @Test
  void nothingOfAFrameThatIsMalformedArrives() {
    ConnectedPair pair = pair("binary");
    Arrivals alice = new Arrivals(pair.aliceEnd);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(BinaryPack.pack("right"));
    frame.writeBytes(Arrays.copyOf(BinaryPack.pack("cut off"), 3));
    pair.bobEnd.dataChannel().send(JavaValue.of(frame.toByteArray()));
    pair.bobEnd.send(JavaValue.of("next"));
    alice.await(simulation, 2);
    assertThat(alice.values).containsExactly("bad-data", "next");
  }

  @Test
  void whoeverReadsTheFirstMayCloseTheConnectionToTheRest() {
    ConnectedPair pair = pair("binary");
    List<Object> values = new ArrayList<>();
    pair.bobEnd.setListener(
        new DataConnectionListener() {
          @Override
          public void onData(JSObject value) {
            values.add(JavaValue.unwrap(value));
            if (values.size() == 3) {
              pair.bobEnd.close();
            }
          }
        });
    sendNumbers(pair.aliceEnd, 10);
    simulation.runFor(10_000);
    assertThat(values).isEqualTo(numbers(3));
  }

  @Test
  void everythingArrivesInOrder() {
    SeededWalks.run(60, JoinedMessagesTest::walk);
  }

  private static void walk(long seed) {
    Simulation simulation = new Simulation(seed);
    RandomGenerator random = simulation.random();
    boolean json = random.nextInt(3) == 0;
    ConnectedPair pair = new ConnectedPair(simulation, ConnectOptions.of(json ? "json" : "binary"));
    Arrivals bob = new Arrivals(pair.bobEnd);
    List<Object> expected = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int kind = random.nextInt(json ? 60 : 100);
      if (kind < 50) {
        expected.add("message " + i);
        pair.aliceEnd.send(JavaValue.of("message " + i));
      } else if (kind < 56) {
        String text = "x".repeat(random.nextInt(40_000));
        expected.add(text);
        pair.aliceEnd.send(JavaValue.of(text));
      } else if (kind < 60) {
        simulation.runFor(random.nextInt(30));
      } else if (kind < 66) {
        int size = random.nextInt(2_000_000);
        expected.add(size);
        pair.aliceEnd.send(JavaValue.of(new byte[size]));
      } else if (kind < 70) {
        int size = random.nextInt(100_000);
        expected.add(size);
        pair.aliceEnd.send(pair.alice.page.newBlob(new byte[size], size));
      } else if (kind < 72) {
        pair.bobEnd.setHeld(random.nextBoolean());
      } else {
        expected.add(Map.of("number", "message " + i));
        pair.aliceEnd.send(JavaValue.of(Map.of("number", "message " + i)));
      }
    }
    pair.bobEnd.setHeld(false);
    simulation.runUntil(() -> bob.values.size() >= expected.size(), 600_000);
    assertThat(bob.values).isEqualTo(expected);
    assertThat(pair.aliceEnd.bufferSize()).isZero();
    simulation.runFor(1000);
    pair.destroy();
  }
}
