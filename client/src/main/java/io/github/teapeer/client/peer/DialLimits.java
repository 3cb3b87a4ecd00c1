package io.github.teapeer.client.peer;

import io.github.teapeer.jso.dom.AbortSignal;

/** How long a connection that is being made may take. Immutable. */
public final class DialLimits {
  /** How long a data connection may take by default, in milliseconds. */
  public static final int DATA_TIMEOUT = 60_000;

  private final int timeout;
  private final AbortSignal signal;

  /**
   * Makes limits.
   *
   * @param timeout the time in milliseconds after which a connection that is not open fails with
   *     {@link PeerErrorType#TIMEOUT}; 0 for none
   * @param signal what makes a connection that is not open fail with {@link PeerErrorType#ABORTED},
   *     or null
   */
  public DialLimits(int timeout, AbortSignal signal) {
    this.timeout = timeout;
    this.signal = signal;
  }

  /**
   * The limits of a data connection, unless others are given: as nobody is asked whether to take
   * it, it has to be open within {@value #DATA_TIMEOUT} ms.
   *
   * @return limits without a signal
   */
  public static DialLimits forData() {
    return new DialLimits(DATA_TIMEOUT, null);
  }

  /**
   * No limits.
   *
   * @return limits that never apply
   */
  public static DialLimits none() {
    return new DialLimits(0, null);
  }

  /**
   * The time that the connection may take.
   *
   * @return milliseconds, or 0 for any time
   */
  public int timeout() {
    return timeout;
  }

  /**
   * What aborts the attempt.
   *
   * @return the signal, or null
   */
  public AbortSignal signal() {
    return signal;
  }
}
