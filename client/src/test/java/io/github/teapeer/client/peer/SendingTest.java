package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.LinkConditions;
import io.github.teapeer.client.simulation.SimulatedAbortSignal;
import io.github.teapeer.client.simulation.SimulatedBlob;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.jso.JSObject;

/** What came of what was sent: completions, signals, progress, Blobs, and holding back. */
class SendingTest {
  private static final LinkConditions SLOW = new LinkConditions(10, 20, 0, 2_000_000);

  private final Simulation simulation = new Simulation(41);

  private static byte[] bytes(int size, int seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static JSObject value(int size) {
    return JavaValue.of(bytes(size, size));
  }

  private static SimulatedBlob blob(ConnectedPair pair, int size) {
    return pair.alice.page.newBlob(bytes(size, size), size);
  }

  /** What a completion was told. */
  private static final class Told implements Completion {
    String outcome = "";

    @Override
    public void done() {
      outcome += "done";
    }

    @Override
    public void failed(PeerError error) {
      outcome += error.type().wireName();
    }
  }

  /** Records what a connection tells, progress in tenths. */
  private static final class Recorder implements DataConnectionListener {
    final List<String> events = new ArrayList<>();
    final List<Object> values = new ArrayList<>();
    Runnable onProgress = () -> {};
    int frames;
    double transferred;

    @Override
    public void onData(JSObject value) {
      values.add(JavaValue.unwrap(value));
      events.add("data");
    }

    @Override
    public void onProgress(boolean outgoing, double newTransferred, double total) {
      frames++;
      assertThat(newTransferred).isBetween(1.0, total);
      transferred = newTransferred;
      if (newTransferred == total) {
        events.add(outgoing ? "sent" : "received");
      }
      onProgress.run();
    }

    @Override
    public void onDrain() {
      events.add("drain");
    }

    @Override
    public void onClose() {
      events.add("close");
    }

    @Override
    public void onError(PeerError error) {
      events.add(error.type().wireName());
    }
  }

  private static Recorder record(DataConnection connection) {
    Recorder recorder = new Recorder();
    connection.setListener(recorder);
    return recorder;
  }

  private static Told send(DataConnection connection, JSObject value) {
    return send(connection, value, null);
  }

  private static Told send(DataConnection connection, JSObject value, SimulatedAbortSignal signal) {
    Told told = new Told();
    connection.send(value, signal, told);
    return told;
  }

  @Test
  void whatFitsTheBufferIsDoneAtOnceAndTheRestWhenThereIsRoom() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().setConditions(SLOW);
    Recorder alice = record(pair.aliceEnd);
    Told first = send(pair.aliceEnd, value(900_000));
    Told onTop = send(pair.aliceEnd, value(900_000));
    Told second = send(pair.aliceEnd, value(700_000));
    Told third = send(pair.aliceEnd, JavaValue.of("small"));
    assertThat(first.outcome + onTop.outcome).isEqualTo("donedone");
    assertThat(second.outcome + third.outcome).isEmpty();
    simulation.runUntil(() -> !third.outcome.isEmpty(), 10_000);
    assertThat(pair.aliceEnd.dataChannel().getBufferedAmount()).isGreaterThan(1 << 18);
    assertThat(alice.events).containsExactly("sent", "sent", "sent");
    simulation.runUntil(() -> alice.events.contains("drain"), 10_000);
    assertThat(pair.aliceEnd.dataChannel().getBufferedAmount()).isLessThanOrEqualTo(1 << 18);
    simulation.runFor(5000);
    assertThat(alice.events).containsExactly("sent", "sent", "sent", "drain");
    assertThat(second.outcome + third.outcome).isEqualTo("donedone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "json", "raw"})
  void whatWaitsForTheChannelNeedsNoTimer(String serialization) {
    ConnectedPair pair = new ConnectedPair(simulation, ConnectOptions.of(serialization));
    Recorder alice = record(pair.aliceEnd);
    Recorder bob = record(pair.bobEnd);
    int timers = pair.alice.page.timersSet();
    for (int i = 0; i < 80; i++) {
      send(pair.aliceEnd, JavaValue.of("x".repeat(50_000)));
    }
    if (!serialization.equals("json")) {
      send(pair.aliceEnd, blob(pair, 200_000));
    }
    assertThat(pair.aliceEnd.bufferSize()).isGreaterThan(40);
    simulation.runUntil(() -> alice.events.contains("drain"), 4000);
    assertThat(pair.alice.page.timersSet()).isEqualTo(timers);
    simulation.runUntil(() -> bob.values.size() >= 80, 4000);
    assertThat(pair.aliceEnd.bufferSize()).isZero();
    pair.destroy();
  }

  @Test
  void whatNeverFillsTheBufferDoesNotDrainIt() {
    ConnectedPair pair = new ConnectedPair(simulation);
    Recorder alice = record(pair.aliceEnd);
    for (int i = 0; i < 20; i++) {
      send(pair.aliceEnd, value(400_000));
      simulation.runFor(5000);
    }
    assertThat(alice.events).hasSize(20).containsOnly("sent");
  }

  @Test
  void progressIsToldOnBothSidesOnceAFrame() {
    ConnectedPair pair = new ConnectedPair(simulation);
    Recorder alice = record(pair.aliceEnd);
    Recorder bob = record(pair.bobEnd);
    send(pair.aliceEnd, value(900_000));
    send(pair.aliceEnd, value(60_000));
    simulation.runUntil(() -> bob.values.size() == 2, 30_000);
    assertThat(alice.events).containsExactly("sent");
    assertThat(bob.events).containsExactly("received", "data", "data");
    assertThat(alice.frames).isEqualTo(14).isEqualTo(bob.frames);
    assertThat(alice.transferred).isEqualTo(900_005).isEqualTo(bob.transferred);
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "raw"})
  void blobsKeepTheirPlaceInTheOrder(String serialization) {
    ConnectedPair pair = new ConnectedPair(simulation, ConnectOptions.of(serialization));
    Recorder bob = record(pair.bobEnd);
    int[] sizes = {10, 0, 200_000, 1, 50_000};
    List<Told> told = new ArrayList<>();
    for (int size : sizes) {
      told.add(send(pair.aliceEnd, blob(pair, size)));
      told.add(send(pair.aliceEnd, value(size)));
    }
    assertThat(pair.aliceEnd.bufferSize()).isEqualTo(10);
    simulation.runUntil(() -> bob.values.size() == 10, 30_000);
    for (int i = 0; i < 10; i++) {
      assertThat((byte[]) bob.values.get(i)).isEqualTo(bytes(sizes[i / 2], sizes[i / 2]));
    }
    assertThat(told).allSatisfy(each -> assertThat(each.outcome).isEqualTo("done"));
    pair.destroy();
  }

  @Test
  void aRawBlobThatIsTooLargeIsRefusedUnread() {
    ConnectedPair pair = new ConnectedPair(simulation, ConnectOptions.of("raw"));
    Recorder alice = record(pair.aliceEnd);
    assertThat(send(pair.aliceEnd, blob(pair, 262_145)).outcome).isEqualTo("message-too-big");
    assertThat(alice.events).containsExactly("message-too-big");
  }

  @Test
  void aBlobIsReadAsTheChannelDrains() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().setConditions(SLOW);
    SimulatedBlob blob = blob(pair, 20_000_000);
    Told told = send(pair.aliceEnd, blob);
    Recorder bob = record(pair.bobEnd);
    while (bob.values.isEmpty()) {
      long before = pair.alice.page.blobBytesRead();
      double framed = 20_000_005 - pair.aliceEnd.bufferedAmount();
      assertThat(before).isLessThanOrEqualTo((long) framed + (1 << 20) + 3 * 16 * 65_600);
      simulation.runFor(20);
    }
    assertThat(told.outcome).isEqualTo("done");
    assertThat((byte[]) bob.values.get(0)).isEqualTo(blob.content());
  }

  @Test
  void aBinaryArrivesAsABlobWhereThatIsAskedFor() {
    ConnectedPair pair = new ConnectedPair(simulation);
    Recorder bob = record(pair.bobEnd);
    pair.bobEnd.setReceivesBlobs(true);
    int[] sizes = {0, 10, 100_000, 9_000_000};
    for (int size : sizes) {
      send(pair.aliceEnd, value(size));
    }
    send(pair.aliceEnd, JavaValue.of("x".repeat(100_000)));
    simulation.runUntil(() -> bob.values.size() == 5, 60_000);
    for (int i = 0; i < 4; i++) {
      assertThat(((SimulatedBlob) bob.values.get(i)).content())
          .isEqualTo(bytes(sizes[i], sizes[i]));
    }
    assertThat(bob.values.get(4)).isEqualTo("x".repeat(100_000));
  }

  @Test
  void aSignalThatWasAbortedSendsNothing() {
    ConnectedPair pair = new ConnectedPair(simulation);
    Recorder alice = record(pair.aliceEnd);
    SimulatedAbortSignal signal = pair.alice.page.newAbortSignal();
    signal.abort(JavaValue.of("why"));
    assertThat(send(pair.aliceEnd, value(10), signal).outcome).isEqualTo("aborted");
    assertThat(alice.events).isEmpty();
    pair.bob.events.assertExhausted();
    assertThat(signal.hasListeners()).isFalse();
  }

  @Test
  void anAbortEndsWhatWaitsAndWhatIsUnderWayAndTheRestGoesOn() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().setConditions(SLOW);
    Recorder bob = record(pair.bobEnd);
    SimulatedAbortSignal signal = pair.alice.page.newAbortSignal();
    Told large = send(pair.aliceEnd, blob(pair, 10_000_000), signal);
    Told waiting = send(pair.aliceEnd, value(1000), signal);
    Told after = send(pair.aliceEnd, JavaValue.of("after"));
    simulation.runUntil(() -> bob.transferred > 2_000_000, 60_000);
    signal.abort(null);
    simulation.runUntil(() -> !bob.values.isEmpty(), 60_000);
    assertThat(large.outcome + " " + waiting.outcome).isEqualTo("aborted aborted");
    assertThat(after.outcome).isEqualTo("done");
    assertThat(bob.values).containsExactly("after");
    assertThat(signal.hasListeners()).isFalse();
    simulation.runFor(200_000);
    assertThat(bob.events).as("Bob has been told, and waits for nothing").containsOnly("data");
    assertThat(bob.transferred).isLessThan(5_000_000);
    pair.destroy();
  }

  @Test
  void anAbortAfterEverythingIsInTheBufferComesTooLate() {
    ConnectedPair pair = new ConnectedPair(simulation);
    SimulatedAbortSignal signal = pair.alice.page.newAbortSignal();
    Told told = send(pair.aliceEnd, value(500_000), signal);
    assertThat(told.outcome).isEqualTo("done");
    assertThat(signal.hasListeners()).isFalse();
    signal.abort(null);
    pair.bob.events.assertNext("connection data").assertExhausted();
    assertThat(told.outcome).isEqualTo("done");
  }

  @Test
  void aBlobThatCannotBeReadToItsEndIsBadDataAndTheRestGoesOn() {
    ConnectedPair pair = new ConnectedPair(simulation);
    Recorder alice = record(pair.aliceEnd);
    Recorder bob = record(pair.bobEnd);
    SimulatedBlob broken = pair.alice.page.newBlob(bytes(5_000_000, 5), 3_000_000);
    SimulatedBlob gone = pair.alice.page.newBlob(bytes(10, 5), 0);
    Told first = send(pair.aliceEnd, broken);
    Told second = send(pair.aliceEnd, gone);
    Told after = send(pair.aliceEnd, JavaValue.of("after"));
    simulation.runUntil(() -> !bob.values.isEmpty(), 60_000);
    simulation.runFor(200_000);
    assertThat(first.outcome + " " + second.outcome).isEqualTo("bad-data bad-data");
    assertThat(alice.events).filteredOn("bad-data"::equals).hasSize(2);
    assertThat(after.outcome).isEqualTo("done");
    assertThat(bob.events).containsExactly("data");
  }

  @Test
  void whatWaitsFailsWhenTheConnectionCloses() {
    for (boolean destroys : new boolean[] {true, false}) {
      ConnectedPair pair = new ConnectedPair(new Simulation(42));
      SimulatedAbortSignal signal = pair.alice.page.newAbortSignal();
      Recorder alice = record(pair.aliceEnd);
      List<Told> told = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        told.add(send(pair.aliceEnd, blob(pair, 3_000_000), signal));
      }
      if (destroys) {
        pair.alice.peer.destroy();
        pair.alice.events.assertNext("peer disconnected alice", "peer close");
      } else {
        pair.bobEnd.close();
      }
      pair.bob.events.assertNext("connection close");
      pair.assertExhausted();
      assertThat(alice.events).containsExactly("close");
      assertThat(told).allSatisfy(each -> assertThat(each.outcome).isEqualTo("connection-closed"));
      assertThat(signal.hasListeners()).isFalse();
      pair.destroy();
    }
  }

  @Test
  void beforeItIsOpenNothingIsSent() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer.open(simulation, "bob");
    DataConnection connection = alice.connect("bob");
    assertThat(send(connection, value(1)).outcome).isEqualTo("not-open-yet");
    alice.events.assertNext("connection error not-open-yet", "connection open").assertExhausted();
  }

  @Test
  void closingAndSendingWithinProgressDoesNoHarm() {
    for (int frame = 1; frame <= 40; frame++) {
      int when = frame;
      ConnectedPair pair = new ConnectedPair(new Simulation(frame));
      for (DataConnection end : List.of(pair.aliceEnd, pair.bobEnd)) {
        Recorder recorder = record(end);
        recorder.onProgress =
            () -> {
              if (recorder.frames == when) {
                send(end, value(100_000));
                end.close();
                send(end, value(100_000));
              }
            };
      }
      send(pair.aliceEnd, value(1_500_000));
      send(pair.bobEnd, blob(pair, 1_500_000));
      pair.alice.events.assertExhausted();
      pair.destroy();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "json"})
  void whoReadsSlowlyHoldsTheOtherSideBack(String serialization) {
    ConnectedPair pair = new ConnectedPair(simulation, ConnectOptions.of(serialization));
    Recorder bob = record(pair.bobEnd);
    pair.bobEnd.setHeld(true);
    simulation.runFor(1000);
    List<Told> told = IntStream.range(0, 20).mapToObj(i -> send(pair.aliceEnd, text(i))).toList();
    simulation.runFor(200_000);
    assertThat(bob.values).isEmpty();
    pair.aliceEnd.setHeld(true);
    simulation.runFor(1000);
    pair.bobEnd.setHeld(false);
    pair.aliceEnd.setHeld(false);
    simulation.runUntil(() -> bob.values.size() == 20, 30_000);
    assertThat(told).allSatisfy(each -> assertThat(each.outcome).isEqualTo("done"));
    pair.destroy();
  }

  @Test
  void whatIsUnderWayStopsInTheMiddleAndIsNotLate() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().setConditions(SLOW);
    Recorder bob = record(pair.bobEnd);
    send(pair.aliceEnd, value(10_000_000));
    simulation.runUntil(() -> bob.transferred > 1_000_000, 30_000);
    pair.bobEnd.setHeld(true);
    simulation.runFor(300_000);
    assertThat(bob.transferred).isBetween(1_000_000.0, 3_000_000.0);
    pair.bobEnd.setHeld(false);
    simulation.runUntil(() -> !bob.values.isEmpty(), 30_000);
    assertThat((byte[]) bob.values.get(0)).isEqualTo(bytes(10_000_000, 10_000_000));
    assertThat(bob.events).containsExactly("received", "data");
  }

  @Test
  void nobodyIsHeldBackWhereThatMightBeForEver() {
    RTCDataChannelInit lossy = RTCDataChannelInit.create();
    lossy.setMaxRetransmits(2);
    ConnectedPair pair =
        new ConnectedPair(
            simulation,
            ConnectOptions.of(null, null, "binary", false, lossy, null, DialLimits.none()));
    Recorder bob = record(pair.bobEnd);
    pair.bobEnd.setHeld(true);
    simulation.runFor(1000);
    send(pair.aliceEnd, text(1));
    simulation.runUntil(() -> !bob.values.isEmpty(), 10_000);
  }

  private static JSObject text(int number) {
    return JavaValue.of("text " + number);
  }
}
