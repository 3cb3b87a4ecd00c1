package io.github.teapeer.client.simulation;

/** Decides what a simulated signalling server does with a message that it would relay. */
@FunctionalInterface
public interface SignalRule {
  /** The answer for a message that shall not arrive. */
  int DROP = -1;

  /**
   * Called for every message before it is relayed.
   *
   * @param message the message
   * @return how long to keep it back, in milliseconds, 0 to relay it at once, or {@link #DROP}
   */
  int delay(SignalRecord message);
}
