package io.github.teapeer.selenium.machine;

/** A program that the tests have started, with all that it has started itself. */
public interface RunningProcess extends AutoCloseable {
  /** Ends it at once, without giving it a chance to say goodbye. */
  void kill();

  /** Ends it, politely at first, and deletes what it kept. May follow {@link #kill()}. */
  @Override
  void close();
}
