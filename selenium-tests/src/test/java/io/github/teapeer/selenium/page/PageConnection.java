package io.github.teapeer.selenium.page;

/** A connection in a page, of data or media. */
public abstract sealed class PageConnection extends PageObject
    permits PageDataConnection, PageCall {
  PageConnection(TestPage page, String name) {
    super(page, name);
  }

  /** Closes it. */
  public void close() {
    invoke("close");
  }
}
