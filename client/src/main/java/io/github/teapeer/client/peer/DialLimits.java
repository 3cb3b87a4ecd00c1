package io.github.teapeer.client.peer;

import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** How long a connection that is being made may take. */
public interface DialLimits extends JSObject {
  /** How long a data connection may take by default, in milliseconds. */
  int DATA_TIMEOUT = 60_000;

  /**
   * No limits.
   *
   * @return limits that never apply
   */
  @JSBody(script = "return {};")
  static DialLimits none() {
    return Dictionary.create(DialLimits.class);
  }

  /**
   * Makes limits.
   *
   * @param timeout what {@link #getTimeout} answers
   * @param signal what {@link #getSignal} answers
   * @return the limits
   */
  static DialLimits of(int timeout, AbortSignal signal) {
    DialLimits limits = within(timeout);
    limits.setSignal(signal);
    return limits;
  }

  /**
   * Makes limits without a signal.
   *
   * @param timeout what {@link #getTimeout} answers
   * @return the limits
   */
  static DialLimits within(int timeout) {
    DialLimits limits = none();
    limits.setTimeout(timeout);
    return limits;
  }

  /**
   * The limits of a data connection, unless others are given: as nobody is asked whether to take
   * it, it has to be open within {@value #DATA_TIMEOUT} ms.
   *
   * @return limits without a signal
   */
  static DialLimits forData() {
    return within(DATA_TIMEOUT);
  }

  /**
   * The time after which a connection that is not open fails with {@link PeerErrorType#TIMEOUT}.
   *
   * @return milliseconds, or 0 for any time
   */
  @JSProperty
  int getTimeout();

  /**
   * Sets what {@link #getTimeout} answers.
   *
   * @param milliseconds the time, or 0 for any time
   */
  @JSProperty
  void setTimeout(int milliseconds);

  /**
   * What makes a connection that is not open fail with {@link PeerErrorType#ABORTED}.
   *
   * @return the signal, or null
   */
  @JSProperty
  AbortSignal getSignal();

  /**
   * Sets what {@link #getSignal} answers.
   *
   * @param signal the signal, or null
   */
  @JSProperty
  void setSignal(AbortSignal signal);
}
