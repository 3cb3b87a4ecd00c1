package io.github.teapeer.client.simulation;

/**
 * What a way through the network is like, in each direction.
 *
 * @param minDelay the shortest time that a packet takes, in milliseconds
 * @param maxDelay the longest; every packet takes a time of its own between the two, and those that
 *     need not be kept in order overtake each other
 * @param loss the share of packets that are lost, from 0 to below 1; reliable streams send them
 *     again, which takes time, unreliable channels go without
 * @param bytesPerSecond how much fits through; what does not waits at the sender
 */
public record LinkConditions(double minDelay, double maxDelay, double loss, long bytesPerSecond) {
  /** What links are like by default: 5 to 60 ms, no loss, 100 Mbit/s. */
  public static final LinkConditions DEFAULT = new LinkConditions(5, 60, 0, 12_500_000);

  /** Next to each other: 0.2 to 1 ms, no loss, 1 Gbit/s. */
  public static final LinkConditions LOCAL = new LinkConditions(0.2, 1, 0, 125_000_000);

  /** A poor mobile network: 60 to 900 ms, 5 % loss, 1 Mbit/s. */
  public static final LinkConditions POOR = new LinkConditions(60, 900, 0.05, 125_000);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if they make no sense
   */
  public LinkConditions {
    if (!(0 <= minDelay && minDelay <= maxDelay)) {
      throw new IllegalArgumentException("Delays from " + minDelay + " to " + maxDelay + " ms");
    }
    if (!(0 <= loss && loss < 1)) {
      throw new IllegalArgumentException("A loss of " + loss);
    }
    if (bytesPerSecond <= 0) {
      throw new IllegalArgumentException(bytesPerSecond + " bytes a second");
    }
  }

  /**
   * The same with another loss.
   *
   * @param share from 0 to below 1
   * @return the conditions
   */
  public LinkConditions withLoss(double share) {
    return new LinkConditions(minDelay, maxDelay, share, bytesPerSecond);
  }

  /**
   * The same with another rate.
   *
   * @param rate bytes a second
   * @return the conditions
   */
  public LinkConditions withBytesPerSecond(long rate) {
    return new LinkConditions(minDelay, maxDelay, loss, rate);
  }
}
