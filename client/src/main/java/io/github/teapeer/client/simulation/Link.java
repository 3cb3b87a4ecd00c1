package io.github.teapeer.client.simulation;

import java.util.random.RandomGenerator;

/** The way between two hosts. */
final class Link {
  /** How long a sender waits before it sends a lost packet again, in microseconds. */
  private static final long RETRANSMISSION_TIMEOUT = 200_000;

  private final EventLoop loop;
  private final RandomGenerator random;
  private final long[] busyUntil = new long[2];
  private LinkConditions conditions;
  private boolean partitioned;
  private boolean separated;

  Link(EventLoop loop, RandomGenerator random, LinkConditions conditions) {
    this.loop = loop;
    this.random = random;
    this.conditions = conditions;
  }

  void setConditions(LinkConditions newConditions) {
    conditions = newConditions;
  }

  void setPartitioned(boolean newPartitioned) {
    partitioned = newPartitioned;
  }

  boolean isPartitioned() {
    return partitioned;
  }

  void setSeparated() {
    separated = true;
  }

  boolean isSeparated() {
    return separated;
  }

  /** How long the next packet travels, in microseconds. */
  long delay() {
    double spread = conditions.maxDelay() - conditions.minDelay();
    double delay = conditions.minDelay() + random.nextDouble() * spread;
    return Math.round(delay * EventLoop.MILLISECOND);
  }

  /** How long a packet travels that is sent again until it arrives, in microseconds. */
  long reliableDelay() {
    long delay = delay();
    while (isLost()) {
      delay += RETRANSMISSION_TIMEOUT;
    }
    return delay;
  }

  /** Whether the next packet is lost. */
  boolean isLost() {
    return conditions.loss() > 0 && random.nextDouble() < conditions.loss();
  }

  /**
   * Takes a turn on the wire.
   *
   * @param direction 0 or 1
   * @param bytes the packet's size
   * @return how long until the packet has been written, in microseconds
   */
  long reserve(int direction, int bytes) {
    long duration = bytes * 1_000_000L / conditions.bytesPerSecond();
    busyUntil[direction] = Math.max(busyUntil[direction], loop.now()) + duration;
    return busyUntil[direction] - loop.now();
  }
}
