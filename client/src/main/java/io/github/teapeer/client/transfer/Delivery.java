package io.github.teapeer.client.transfer;

import org.teavm.jso.JSObject;

/** Is told once what came of sending a value. */
public interface Delivery {
  /**
   * It is over.
   *
   * @param outcome how it ended
   * @param cause the platform's error, or the reason of the signal; null where there is none
   */
  void ended(Outcome outcome, JSObject cause);
}
