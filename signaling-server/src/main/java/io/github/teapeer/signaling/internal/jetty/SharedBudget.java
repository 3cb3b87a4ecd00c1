package io.github.teapeer.signaling.internal.jetty;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all sockets of a server use together for what is half read and not yet written.
 * While it is overdrawn, a socket may not have more than a small share, so that many strangers
 * together cannot use up the heap without any of them reaching its own limit.
 */
final class SharedBudget {
  /**
   * What a socket may use in any case: a long session description, or several of the usual ones.
   */
  static final long SHARE = 64 * 1024;

  private final long limit;
  private final AtomicLong used = new AtomicLong();

  /**
   * @param limit how many bytes all may use before each is held to its share
   */
  SharedBudget(long limit) {
    this.limit = limit;
  }

  /** What a socket may use at present, of what it might otherwise. */
  long allowance(long ownLimit) {
    return used.get() > limit ? Math.min(SHARE, ownLimit) : ownLimit;
  }

  /** Counts bytes in; negative ones out. */
  void add(long bytes) {
    used.addAndGet(bytes);
  }

  long used() {
    return used.get();
  }
}
