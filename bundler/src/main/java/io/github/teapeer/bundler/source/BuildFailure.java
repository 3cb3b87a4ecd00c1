package io.github.teapeer.bundler.source;

/** The build cannot go on; the message says what was found, and what was expected. */
public final class BuildFailure extends RuntimeException {
  /**
   * A failure with its explanation.
   *
   * @param message what was found and what was expected, for whoever reads the build's log
   */
  public BuildFailure(String message) {
    super(message);
  }

  /**
   * A failure that another one led to.
   *
   * @param message what was found and what was expected, for whoever reads the build's log
   * @param cause what led to it
   */
  public BuildFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
