package io.github.teapeer.selenium.browser;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The browsers of a test run. Each is started when it is first asked for and used again by later
 * tests, which keep apart by loading their own page. Not thread-safe. Open until {@link #close()}.
 */
public final class BrowserPool implements AutoCloseable {
  /** Which of two browsers of the same kind. */
  private record Seat(BrowserKind kind, int number) {}

  private final Map<Seat, BrowserSession> sessions = new LinkedHashMap<>();

  /**
   * A running browser.
   *
   * @param number tells two browsers of the same kind apart
   */
  public BrowserSession browser(BrowserKind kind, int number) {
    return sessions.computeIfAbsent(new Seat(kind, number), seat -> kind.start());
  }

  /** Ends a browser that no longer behaves; the next test that asks gets a fresh one. */
  public void discard(BrowserSession session) {
    sessions.values().remove(session);
    session.close();
  }

  /** Ends all browsers, and reports the first one that could not be ended. */
  @Override
  public void close() {
    RuntimeException failure = null;
    for (BrowserSession session : sessions.values()) {
      try {
        session.close();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    sessions.clear();
    if (failure != null) {
      throw failure;
    }
  }
}
