package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.browser.BrowserSession;
import org.openqa.selenium.WindowType;

/** A second tab of a browser, beside the one that tests share. */
public final class Tabs {
  private Tabs() {}

  /** Opens one and goes there; returns what closes it and comes back. */
  public static Runnable open(BrowserSession browser) {
    String first = browser.driver().getWindowHandle();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    return () -> {
      browser.driver().close();
      browser.driver().switchTo().window(first);
    };
  }
}
