package io.github.teapeer.selenium.samples;

import io.github.teapeer.selenium.page.Value;

/** What becomes of a value that a page sends. */
public sealed interface Outcome {
  /**
   * It is raised as {@code data} on the other side.
   *
   * @param value as it arrives, which need not be as it was sent
   */
  record Arrives(Value value) implements Outcome {}

  /** It is never heard of again. */
  record Vanishes() implements Outcome {}

  /**
   * The receiving library throws an error that nothing catches.
   *
   * @param message a part of the error's message
   */
  record BreaksReceiver(String message) implements Outcome {}

  /**
   * {@code send} throws.
   *
   * @param message a part of the error's message
   */
  record IsRefused(String message) implements Outcome {}
}
