package io.github.teapeer.client.peer;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How a peer that has lost its server comes back to it: after delays that double with every
 * attempt, each made shorter by up to half at random, so that the clients of a server that was
 * restarted do not come all at once.
 */
public interface ReconnectPolicy extends JSObject {
  /**
   * The default of the first delay, in milliseconds. PeerServer holds messages for a client that
   * was lost for five seconds.
   */
  int DEFAULT_MIN_DELAY = 500;

  /** The default of the longest delay, in milliseconds. */
  int DEFAULT_MAX_DELAY = 30_000;

  /**
   * Makes a policy.
   *
   * @param minDelay what {@link #getMinDelay} answers
   * @param maxDelay what {@link #getMaxDelay} answers
   * @param maxAttempts what {@link #getMaxAttempts} answers
   * @return the policy
   */
  static ReconnectPolicy of(double minDelay, double maxDelay, double maxAttempts) {
    ReconnectPolicy policy = create();
    policy.setMinDelay(minDelay);
    policy.setMaxDelay(maxDelay);
    policy.setMaxAttempts(maxAttempts);
    return policy;
  }

  /**
   * The defaults: it never gives up.
   *
   * @return the policy
   */
  static ReconnectPolicy standard() {
    return of(DEFAULT_MIN_DELAY, DEFAULT_MAX_DELAY, Double.POSITIVE_INFINITY);
  }

  @JSBody(script = "return {};")
  private static ReconnectPolicy create() {
    return Dictionary.create(ReconnectPolicy.class);
  }

  /**
   * The first delay.
   *
   * @return milliseconds
   */
  @JSProperty
  double getMinDelay();

  /**
   * Sets what {@link #getMinDelay} answers.
   *
   * @param milliseconds the first delay
   */
  @JSProperty
  void setMinDelay(double milliseconds);

  /**
   * The longest delay.
   *
   * @return milliseconds
   */
  @JSProperty
  double getMaxDelay();

  /**
   * Sets what {@link #getMaxDelay} answers.
   *
   * @param milliseconds the longest delay
   */
  @JSProperty
  void setMaxDelay(double milliseconds);

  /**
   * After how many attempts in a row the peer gives up.
   *
   * @return the number, may be infinite
   */
  @JSProperty
  double getMaxAttempts();

  /**
   * Sets what {@link #getMaxAttempts} answers.
   *
   * @param attempts the number
   */
  @JSProperty
  void setMaxAttempts(double attempts);
}
