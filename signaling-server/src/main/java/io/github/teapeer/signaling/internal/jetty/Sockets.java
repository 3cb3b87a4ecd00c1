package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.internal.realm.Realms;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What all sockets and streams of a server share.
 *
 * @param realms where their clients live
 * @param limits how much may wait to be written
 * @param budget what they use of the memory
 * @param clock the realm's time in milliseconds
 * @param refusals what was refused lately
 * @param turns which of them each thread is reading from
 * @param threads where to go on with those whose turn is over
 * @param timer ends those that do not answer a close
 */
record Sockets(
    Realms realms,
    SignalingLimits limits,
    SharedBudget budget,
    LongSupplier clock,
    Refusals refusals,
    Turns turns,
    Executor threads,
    ScheduledExecutorService timer) {
  /** How long a client has to answer when its socket is closed. */
  private static final long CLOSE_TIMEOUT_SECONDS = 5;

  /**
   * How long a client has to read what was sent to it before its socket is closed. Jetty ends its
   * side of the line with the close frame, and Firefox, when all comes at once, reports nothing but
   * a lost connection.
   */
  private static final long LINGER_MILLISECONDS = 250;

  Future<?> afterLingering(Runnable task) {
    return timer.schedule(task, LINGER_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  Future<?> later(Runnable task) {
    return timer.schedule(task, CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  /** Runs something after so many milliseconds, whatever happens until then. */
  void after(long millis, Runnable task) {
    Future<?> unused = in(millis, task);
  }

  /** Runs something after so many milliseconds. */
  Future<?> in(long millis, Runnable task) {
    return timer.schedule(task, millis, TimeUnit.MILLISECONDS);
  }
}
