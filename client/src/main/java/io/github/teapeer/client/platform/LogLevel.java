package io.github.teapeer.client.platform;

/** How much a log message matters; the ordinals are the values of the {@code debug} option. */
public enum LogLevel {
  /** Nothing is logged. */
  DISABLED,
  /** Something failed. */
  ERROR,
  /** Something is not as it should be. */
  WARNING,
  /** Something happened. */
  INFO
}
