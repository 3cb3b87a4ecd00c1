package io.github.teapeer.selenium.page;

import java.util.Map;

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

  /** What it reports about itself. */
  public Map<?, ?> report() {
    return (Map<?, ?>) page().run("report", Map.of("name", name()));
  }

  /**
   * The way that its packets go: the types of this end's and the other's candidate, and how this
   * end reaches its relay; for example "relay to host by tcp".
   */
  public String route() {
    return (String) page().run("route", Map.of("name", name()));
  }

  /**
   * Waits for one of its promises.
   *
   * @param promise {@code ready} or {@code closed}
   * @return {@code fulfilled}, or the type of the error that it was rejected with
   */
  public String outcome(String promise) {
    return (String) page().run("outcome", Map.of("name", name(), "property", promise));
  }
}
