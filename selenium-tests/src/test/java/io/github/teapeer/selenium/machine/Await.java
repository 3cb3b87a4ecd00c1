package io.github.teapeer.selenium.machine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for conditions that nothing reports. */
public final class Await {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final long POLL_MS = 20;

  private Await() {}

  /**
   * Returns as soon as the condition holds.
   *
   * @param what names what is waited for in the error's message
   * @throws AssertionError when it does not hold within thirty seconds
   */
  public static void until(String what, BooleanSupplier condition) {
    if (!within(DEADLINE, condition)) {
      throw new AssertionError("No " + what + " after " + DEADLINE);
    }
  }

  /** Whether the condition comes to hold in that time. */
  static boolean within(Duration timeout, BooleanSupplier condition) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(POLL_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while waiting", e);
      }
    }
    return true;
  }
}
