package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;

/** One side of a connection: a library in a browser. */
public record Side(Library library, BrowserKind browser) {
  @Override
  public String toString() {
    return library + " in " + browser;
  }
}
