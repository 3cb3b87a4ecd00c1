package io.github.teapeer.client.platform;

/** How much a log message matters: the values of the {@code debug} option. */
public final class LogLevel {
  /** Nothing is logged. */
  public static final int DISABLED = 0;

  /** Something failed. */
  public static final int ERROR = 1;

  /** Something is not as it should be. */
  public static final int WARNING = 2;

  /** Something happened. */
  public static final int INFO = 3;

  private LogLevel() {}
}
