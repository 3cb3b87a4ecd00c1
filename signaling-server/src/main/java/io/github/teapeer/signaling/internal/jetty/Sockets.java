package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.internal.realm.Realm;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What all sockets of a server share.
 *
 * @param realm where their clients live
 * @param limits how much may wait to be written
 * @param budget what they use of the memory
 * @param clock the realm's time in milliseconds
 * @param timer ends those that do not answer a close
 */
record Sockets(
    Realm realm,
    SignalingLimits limits,
    SharedBudget budget,
    LongSupplier clock,
    ScheduledExecutorService timer) {
  /** How long a client has to answer when its socket is closed. */
  private static final long CLOSE_TIMEOUT_SECONDS = 5;

  Future<?> later(Runnable task) {
    return timer.schedule(task, CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
