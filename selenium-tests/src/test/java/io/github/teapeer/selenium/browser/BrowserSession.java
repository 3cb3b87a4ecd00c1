package io.github.teapeer.selenium.browser;

import io.github.teapeer.selenium.machine.RunningProcess;
import java.net.URI;
import java.time.Duration;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * One running browser and its WebDriver session. Not thread-safe: a session carries out one command
 * at a time. Open until {@link #close()}, after which no method may be called.
 */
public final class BrowserSession implements AutoCloseable {
  /** How long a page may take to load, and how long an asynchronous script may run. */
  static final Duration PAGE_TIMEOUT = Duration.ofSeconds(60);

  /** No single WebDriver command may take longer: a hung browser fails the test that meets it. */
  static final Duration COMMAND_TIMEOUT = PAGE_TIMEOUT.plusSeconds(30);

  private final BrowserKind kind;
  private final RemoteWebDriver driver;
  private final RunningProcess process;
  private boolean killed;

  BrowserSession(BrowserKind kind, RemoteWebDriver driver, RunningProcess process) {
    this.kind = kind;
    this.driver = driver;
    this.process = process;
    driver.manage().timeouts().pageLoadTimeout(PAGE_TIMEOUT).scriptTimeout(PAGE_TIMEOUT);
  }

  /** Which browser this is. */
  public BrowserKind kind() {
    return kind;
  }

  /** The WebDriver session, for everything a user does: elements, clicks, keys, screenshots. */
  public RemoteWebDriver driver() {
    return driver;
  }

  /** What Chromium tells of itself; of no other browser. */
  public DevTools devTools() {
    return new DevTools(((DriverProcess) process).address(), driver.getSessionId());
  }

  /** Loads the page, leaving whatever the window showed before; returns when it is loaded. */
  public void navigate(URI page) {
    driver.get(page.toString());
  }

  /** Ends the browser as a crash does; after this only {@link #close()} may be called. */
  public void kill() {
    killed = true;
    process.kill();
  }

  /** Ends the session, the browser and its driver, even when the browser no longer answers. */
  @Override
  public void close() {
    try (process) {
      if (!killed) {
        driver.quit();
      }
    }
  }
}
