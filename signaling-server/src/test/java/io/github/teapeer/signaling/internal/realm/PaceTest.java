package io.github.teapeer.signaling.internal.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();
  private long now = -5; // as System.nanoTime() may be

  private void after(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private long take(int messages) {
    long pause = 0;
    for (int i = 0; i < messages; i++) {
      pause = pace.take(100, 100, now);
    }
    return pause;
  }

  @Test
  void twoSecondsWorthMayComeAtOnceAndNoMore() {
    assertThat(take(200)).isZero();
    assertThat(take(1)).isBetween(10L, 11L);
    after(10);
    assertThat(take(1)).isBetween(10L, 11L);
  }

  @Test
  void theHighestRateMayGoOnForever() {
    for (int second = 0; second < 100; second++) {
      after(1000);
      assertThat(take(100)).isZero();
    }
  }

  @Test
  void whatWasNotUsedForLongCountsForTwoSeconds() {
    take(200);
    after(60_000);
    assertThat(take(200)).isZero();
    assertThat(take(1)).isPositive();
  }

  @Test
  void longMessagesCountForMore() {
    assertThat(pace.take(200 * Pace.SIZE, 100, now)).isBetween(10L, 11L);
  }
}
