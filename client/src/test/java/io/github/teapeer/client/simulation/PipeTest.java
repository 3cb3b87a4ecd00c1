package io.github.teapeer.client.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.client.simulation.Packet.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PipeTest {
  private static final Delivery UNORDERED = new Delivery(false, false, 0, 0);

  private final Simulation simulation = new Simulation(7);
  private final SimulatedPlatform left = simulation.newPage("left");
  private final SimulatedPlatform right = simulation.newPage("right");
  private final SimulatedNetwork network = simulation.network();
  private final List<Integer> arrived = new ArrayList<>();

  private Pipe newPipe() {
    return network.newPipe(left, right, () -> network.isUp(left, right));
  }

  private void send(Pipe pipe, Delivery delivery, int count) {
    for (int i = 0; i < count; i++) {
      int number = i;
      pipe.send(new Packet(100, delivery, () -> {}, () -> arrived.add(number)));
    }
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void aPacketTakesATimeWithinTheBounds() {
    network.setConditions(new LinkConditions(20, 30, 0, 1_000_000_000));
    for (int i = 0; i < 50; i++) {
      long sent = simulation.now();
      newPipe().send(Packet.of(10, () -> arrived.add((int) (simulation.now() - sent))));
      simulation.run();
    }
    assertThat(arrived).hasSize(50).allMatch(time -> time >= 20 && time <= 30);
    assertThat(arrived.stream().distinct().count()).isGreaterThan(3);
  }

  @Test
  void aStreamKeepsItsOrder() {
    send(newPipe(), Delivery.STREAM, 200);
    simulation.run();
    assertThat(arrived).isEqualTo(numbers(200));
  }

  @Test
  void aStreamKeepsItsOrderThroughLossesAndPartitions() {
    network.setConditions(LinkConditions.POOR);
    send(newPipe(), Delivery.STREAM, 200);
    for (int i = 0; i < 10; i++) {
      simulation.runFor(100);
      network.partition(left, right);
      simulation.runFor(300);
      network.heal(left, right);
    }
    simulation.run();
    assertThat(arrived).isEqualTo(numbers(200));
  }

  @Test
  void unorderedPacketsOvertakeEachOther() {
    send(newPipe(), UNORDERED, 200);
    simulation.run();
    assertThat(arrived)
        .containsExactlyInAnyOrderElementsOf(numbers(200))
        .isNotEqualTo(numbers(200));
  }

  @Test
  void unorderedPacketsSurviveAPartition() {
    send(newPipe(), UNORDERED, 50);
    simulation.runFor(10);
    network.isolate(left);
    simulation.runFor(1000);
    assertThat(arrived).hasSizeLessThan(50);
    network.healAll();
    simulation.run();
    assertThat(arrived).containsExactlyInAnyOrderElementsOf(numbers(50));
  }

  @Test
  void unreliablePacketsAreLost() {
    network.setConditions(LinkConditions.DEFAULT.withLoss(0.5));
    send(newPipe(), new Delivery(true, false, 1, 0), 200);
    simulation.run();
    assertThat(arrived).hasSizeBetween(60, 140).isSorted();
  }

  @Test
  void moreAttemptsLoseLess() {
    network.setConditions(LinkConditions.DEFAULT.withLoss(0.5));
    send(newPipe(), new Delivery(false, false, 5, 0), 200);
    simulation.run();
    assertThat(arrived).hasSizeBetween(180, 199);
  }

  @Test
  void packetsThatTakeTooLongAreGivenUp() {
    network.setConditions(new LinkConditions(0, 100, 0, 1_000_000_000));
    send(newPipe(), new Delivery(false, false, 0, 50 * EventLoop.MILLISECOND), 200);
    simulation.run();
    assertThat(arrived).hasSizeBetween(60, 140);
  }

  @Test
  void unreliablePacketsOfAPartitionAreLost() {
    network.partition(left, right);
    send(newPipe(), new Delivery(false, false, 1, 0), 20);
    simulation.run();
    network.heal(left, right);
    simulation.run();
    assertThat(arrived).isEmpty();
  }

  @Test
  void aPartitionHoldsWhatIsReliable() {
    network.partition(left, right);
    send(newPipe(), Delivery.STREAM, 20);
    simulation.runFor(60_000);
    assertThat(arrived).isEmpty();
    network.heal(left, right);
    simulation.run();
    assertThat(arrived).isEqualTo(numbers(20));
  }

  @Test
  void aLinkCarriesNoMoreThanItsRate() {
    network.setConditions(new LinkConditions(0, 0, 0, 1000));
    send(newPipe(), Delivery.STREAM, 10);
    simulation.runFor(499);
    assertThat(arrived).hasSize(4);
    simulation.runFor(501);
    assertThat(arrived).hasSize(10);
  }

  @Test
  void theRateIsSharedByThePipesOfADirection() {
    network.setConditions(new LinkConditions(0, 0, 0, 1000));
    send(newPipe(), Delivery.STREAM, 5);
    send(newPipe(), Delivery.STREAM, 5);
    simulation.runFor(500);
    assertThat(arrived).hasSize(5);
  }

  @Test
  void aBarrierWaitsForEverythingBeforeIt() {
    network.setConditions(LinkConditions.POOR);
    Pipe pipe = newPipe();
    send(pipe, UNORDERED, 50);
    pipe.send(new Packet(10, Delivery.BARRIER, () -> {}, () -> arrived.add(1000)));
    simulation.run();
    assertThat(arrived).hasSize(51).endsWith(1000);
  }

  @Test
  void unorderedPacketsDoNotOvertakeOrderedOnes() {
    Pipe pipe = newPipe();
    pipe.send(new Packet(10, Delivery.STREAM, () -> {}, () -> arrived.add(1000)));
    send(pipe, UNORDERED, 50);
    simulation.run();
    assertThat(arrived).hasSize(51).startsWith(1000);
  }

  @Test
  void discardingKeepsWhatIsUnderWay() {
    network.setConditions(new LinkConditions(50, 50, 0, 1000));
    Pipe pipe = newPipe();
    send(pipe, Delivery.STREAM, 10);
    simulation.runFor(310);
    pipe.discardUnsent();
    simulation.run();
    assertThat(arrived).isEqualTo(numbers(3));
  }

  @Test
  void anAbortArrivesInsteadOfWhatWasNotWritten() {
    network.setConditions(new LinkConditions(50, 50, 0, 1000));
    Pipe pipe = newPipe();
    send(pipe, Delivery.STREAM, 10);
    simulation.runFor(310);
    pipe.abort(Packet.of(1, () -> arrived.add(1000)));
    pipe.discardUnsent();
    simulation.run();
    assertThat(arrived).containsExactly(0, 1, 2, 1000);
  }

  @Test
  void nothingArrivesThroughAClosedPipe() {
    Pipe pipe = newPipe();
    send(pipe, Delivery.STREAM, 10);
    simulation.runFor(1);
    pipe.close();
    simulation.run();
    assertThat(arrived).isEmpty();
  }

  @Test
  void conditionsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new LinkConditions(2, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LinkConditions.DEFAULT.withLoss(1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LinkConditions.DEFAULT.withBytesPerSecond(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
