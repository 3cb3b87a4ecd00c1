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

  /**
   * It is not sent, and the sender raises an {@code error}.
   *
   * @param type the error's type
   */
  record IsReported(String type) implements Outcome {}

  /** It is raised as {@code data} on the other side, as this value. */
  static Outcome arrives(Value value) {
    return new Arrives(value);
  }

  /** It is never heard of again. */
  static Outcome vanishes() {
    return new Vanishes();
  }

  /** The receiving library throws an error with this in its message, which nothing catches. */
  static Outcome breaksReceiver(String message) {
    return new BreaksReceiver(message);
  }

  /** {@code send} throws an error with this in its message. */
  static Outcome isRefused(String message) {
    return new IsRefused(message);
  }

  /** It is not sent, and the sender raises an {@code error} of this type. */
  static Outcome isReported(String type) {
    return new IsReported(type);
  }
}
