package io.github.teapeer.signaling.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.signaling.SignalingLimits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutgoingQueueTest {
  private final AtomicInteger went = new AtomicInteger();
  private final SharedBudget budget = new SharedBudget(1_000_000);
  private long now = 1_000;
  private final OutgoingQueue queue =
      new OutgoingQueue(
          SignalingLimits.defaults()
              .withOutgoingMark(100)
              .withMaxOutgoing(200)
              .withStallTimeout(Duration.ofSeconds(5)),
          budget,
          () -> now);

  @Test
  void nobodyWaitsWhileLittleIsUnwritten() {
    assertThat(queue.enter(100)).isTrue();
    queue.whenRoom(went::incrementAndGet);

    assertThat(went).hasValue(1);
    assertThat(queue.isStalled(now + 60_000)).isFalse();
  }

  @Test
  void whoeverWaitsGoesOnWhenHalfOfItIsWritten() {
    queue.enter(60);
    queue.enter(60);
    queue.whenRoom(went::incrementAndGet);
    queue.whenRoom(went::incrementAndGet);
    queue.leave(60);
    assertThat(went).hasValue(0);

    queue.enter(10);
    queue.leave(60);
    assertThat(went).hasValue(2);
    queue.leave(10);
    assertThat(went).hasValue(2);
  }

  @Test
  void thereIsRoomForSoMuchAndNoMore() {
    assertThat(queue.enter(150)).isTrue();
    assertThat(queue.enter(51)).isFalse();
    assertThat(queue.enter(50)).isTrue();
    assertThat(queue.enter(1)).isFalse();
    queue.leave(150);
    assertThat(queue.enter(150)).isTrue();
  }

  @Test
  void whatIsWaitingCountsForAll() {
    queue.enter(150);
    queue.enter(51);
    assertThat(budget.used()).isEqualTo(150);

    queue.leave(150);
    assertThat(budget.used()).isZero();
  }

  @Test
  void whileAllUseTooMuchNobodyMayUseMuch() {
    SharedBudget small = new SharedBudget(500_000);
    OutgoingQueue greedy = new OutgoingQueue(SignalingLimits.defaults(), small, () -> now);
    OutgoingQueue modest = new OutgoingQueue(SignalingLimits.defaults(), small, () -> now);
    assertThat(greedy.enter(600_000)).isTrue();

    assertThat(greedy.enter(1)).isFalse();
    assertThat(modest.enter(SharedBudget.SHARE)).isTrue();
    assertThat(modest.enter(1)).isFalse();

    greedy.leave(600_000);
    assertThat(modest.enter(1)).isTrue();
  }

  @Test
  void aQueueIsStalledWhenSomebodyHasWaitedTooLong() {
    queue.enter(101);
    assertThat(queue.isStalled(now + 60_000)).isFalse();
    queue.whenRoom(went::incrementAndGet);
    now += 1_000;
    queue.whenRoom(went::incrementAndGet);

    assertThat(queue.isStalled(5_999)).isFalse();
    assertThat(queue.isStalled(6_000)).isTrue();

    queue.leave(101);
    assertThat(queue.isStalled(60_000)).isFalse();
  }

  @Test
  void closingLetsEverybodyGoOnNowAndLater() {
    queue.enter(101);
    queue.whenRoom(went::incrementAndGet);

    queue.close();
    assertThat(went).hasValue(1);
    queue.whenRoom(went::incrementAndGet);
    assertThat(went).hasValue(2);
    assertThat(queue.isStalled(60_000)).isFalse();
  }
}
