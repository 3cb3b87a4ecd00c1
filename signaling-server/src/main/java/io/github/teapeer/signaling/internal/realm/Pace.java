package io.github.teapeer.signaling.internal.realm;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps a client to so many messages a second, over a few seconds: what pages do in bursts is let
 * through at once.
 *
 * <p>Safe for use by several threads.
 */
public final class Pace {
  /**
   * What a client may send at once if it has not sent anything for as long: so many seconds' worth.
   */
  static final long BURST_SECONDS = 2;

  /** A message counts once for every so many bytes that it has begun. */
  static final int SIZE = 4096;

  /** When all that has come would have come at the highest steady rate, in nanoseconds. */
  private final AtomicLong spent = new AtomicLong(Long.MIN_VALUE);

  /**
   * Takes note of a message.
   *
   * @param length its length
   * @param rate how many a second there may be
   * @param now the time in nanoseconds
   * @return for how many milliseconds no more should be read; mostly 0
   */
  public long take(int length, int rate, long now) {
    long cost = TimeUnit.SECONDS.toNanos(1 + length / SIZE) / rate;
    long earliest = now - TimeUnit.SECONDS.toNanos(BURST_SECONDS);
    long due = spent.updateAndGet(before -> Math.max(before, earliest) + cost);
    return due <= now ? 0 : 1 + TimeUnit.NANOSECONDS.toMillis(due - now);
  }
}
