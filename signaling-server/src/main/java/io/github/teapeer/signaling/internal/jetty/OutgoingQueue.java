package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.SignalingLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Keeps count of what one socket has been given to write and has not written yet. Beyond a mark it
 * keeps those who send to it waiting; beyond the limit, or when they have waited too long, the
 * socket is not worth keeping.
 *
 * <p>Safe for use by several threads. States: <em>open</em>, then <em>closed</em>, when nobody is
 * kept waiting any more.
 */
final class OutgoingQueue {
  /** What a waiting message costs besides its bytes. */
  private static final int OVERHEAD = 128;

  private final SignalingLimits limits;
  private final SharedBudget budget;
  private final LongSupplier clock;
  private List<Runnable> waiting = List.of();
  private long waitingSince;
  private long size;
  private boolean closed;

  OutgoingQueue(SignalingLimits limits, SharedBudget budget, LongSupplier clock) {
    this.limits = limits;
    this.budget = budget;
    this.clock = clock;
  }

  /** What a message of so many bytes counts for. */
  static long cost(int length) {
    return length + (long) OVERHEAD;
  }

  /**
   * Counts a message in that is about to be written.
   *
   * @return whether there is room for it; if not, it has not been counted
   */
  synchronized boolean enter(long cost) {
    if (size + cost > budget.allowance(limits.maxOutgoing())) {
      return false;
    }
    size += cost;
    budget.add(cost);
    return true;
  }

  /** Counts a message out that has been written, or has failed to be. */
  void leave(long cost) {
    List<Runnable> released;
    budget.add(-cost);
    synchronized (this) {
      size -= cost;
      if (waiting.isEmpty() || size > limits.outgoingMark() / 2) {
        return;
      }
      released = waiting;
      waiting = List.of();
    }
    released.forEach(Runnable::run);
  }

  /** Runs {@code next} now if little is waiting, otherwise when that is so. */
  void whenRoom(Runnable next) {
    synchronized (this) {
      if (size > limits.outgoingMark() && !closed) {
        if (waiting.isEmpty()) {
          waiting = new ArrayList<>();
          waitingSince = clock.getAsLong();
        }
        waiting.add(next);
        return;
      }
    }
    next.run();
  }

  /** Whether somebody has been waiting too long. */
  synchronized boolean isStalled(long now) {
    return !waiting.isEmpty() && now - waitingSince >= limits.stallTimeout().toMillis();
  }

  /** Lets everybody go on who waits for this socket. */
  void close() {
    List<Runnable> released;
    synchronized (this) {
      closed = true;
      released = waiting;
      waiting = List.of();
    }
    released.forEach(Runnable::run);
  }
}
