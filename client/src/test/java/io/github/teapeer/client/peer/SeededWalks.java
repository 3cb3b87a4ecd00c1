package io.github.teapeer.client.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;

/**
 * Walks with the seeds from 0 on. {@code -Dteapeer.seed=N} walks with that seed alone, {@code
 * -Dteapeer.walks=N} with so many, {@code -Dteapeer.seconds=N} for so long, from a seed on that
 * differs every time.
 */
final class SeededWalks {
  private SeededWalks() {}

  /**
   * Walks.
   *
   * @param usual how many walks there are unless a property says otherwise
   * @param walk takes the seed
   */
  static void run(int usual, LongConsumer walk) {
    Long only = Long.getLong("teapeer.seed");
    Integer seconds = Integer.getInteger("teapeer.seconds");
    if (only != null) {
      walk(only, walk);
    } else if (seconds != null) {
      Instant start = Instant.now();
      Instant end = start.plus(Duration.ofSeconds(seconds));
      for (long seed = start.toEpochMilli(); Instant.now().isBefore(end); seed++) {
        walk(seed, walk);
      }
    } else {
      for (long seed = 0; seed < Integer.getInteger("teapeer.walks", usual); seed++) {
        walk(seed, walk);
      }
    }
  }

  private static void walk(long seed, LongConsumer walk) {
    try {
      walk.accept(seed);
    } catch (RuntimeException | AssertionError | StackOverflowError failure) {
      throw new AssertionError("Failed with -Dteapeer.seed=" + seed, failure);
    }
  }
}
