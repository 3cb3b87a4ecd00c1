package io.github.teapeer.client.peer;

/**
 * How a peer that has lost its server comes back to it: after delays that double with every
 * attempt, each made shorter by up to half at random, so that the clients of a server that was
 * restarted do not come all at once. Immutable.
 */
public final class ReconnectPolicy {
  /**
   * The default of the first delay, in milliseconds. PeerServer holds messages for a client that
   * was lost for five seconds.
   */
  public static final int DEFAULT_MIN_DELAY = 500;

  /** The default of the longest delay, in milliseconds. */
  public static final int DEFAULT_MAX_DELAY = 30_000;

  private static final int RECOVERY_ATTEMPTS = 8;

  private final double minDelay;
  private final double maxDelay;
  private final double maxAttempts;

  /**
   * Makes a policy.
   *
   * @param minDelay the first delay, in milliseconds
   * @param maxDelay the longest delay, in milliseconds
   * @param maxAttempts after how many attempts in a row the peer gives up; may be infinite
   */
  public ReconnectPolicy(double minDelay, double maxDelay, double maxAttempts) {
    this.minDelay = minDelay;
    this.maxDelay = maxDelay;
    this.maxAttempts = maxAttempts;
  }

  /**
   * The defaults: it never gives up.
   *
   * @return the policy
   */
  public static ReconnectPolicy standard() {
    return new ReconnectPolicy(DEFAULT_MIN_DELAY, DEFAULT_MAX_DELAY, Double.POSITIVE_INFINITY);
  }

  /** For a peer that does not come back by itself, and has a connection that needs the server. */
  static ReconnectPolicy forRecovery() {
    return new ReconnectPolicy(DEFAULT_MIN_DELAY, DEFAULT_MAX_DELAY / 2.0, RECOVERY_ATTEMPTS);
  }

  /**
   * Whether there is another attempt.
   *
   * @param attempt its number, from 1
   * @return false where the peer is to give up
   */
  boolean allows(int attempt) {
    return attempt <= maxAttempts;
  }

  /**
   * How long to wait before an attempt.
   *
   * @param attempt its number, from 1
   * @param chance from 0 to 1
   * @return milliseconds
   */
  int delay(int attempt, double chance) {
    return (int) (Math.min(minDelay * Math.pow(2, attempt - 1), maxDelay) * (1 - chance / 2));
  }
}
