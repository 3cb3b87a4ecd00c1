package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.browser.BrowserPool;
import io.github.teapeer.selenium.browser.BrowserSession;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageServer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.server.PeerServer;
import io.github.teapeer.selenium.server.ServerKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqa.selenium.WebDriverException;

/**
 * The browsers and servers that all tests of a run share, each started when first asked for. Open
 * until {@link #close()} at the end of the run.
 */
public final class Stage implements AutoCloseable {
  private final BrowserPool browsers = new BrowserPool();
  private final PageServer pages = new PageServer();
  private final Map<ServerKind, PeerServer> servers = new EnumMap<>(ServerKind.class);
  private final List<TestPage> loadedPages = new ArrayList<>();

  /** The shared signalling server of that kind. */
  public PeerServer server(ServerKind kind) {
    return servers.computeIfAbsent(kind, ServerKind::start);
  }

  /**
   * A browser, for tests that load pages of their own.
   *
   * @param seat tells two browsers of the same kind apart
   */
  public BrowserSession browser(BrowserKind kind, int seat) {
    return browsers.browser(kind, seat);
  }

  /**
   * Loads a fresh page in a browser. A browser that fails to is ended, so that it fails one test
   * only.
   *
   * @param seat tells two browsers of the same kind apart
   * @param page the file's name, and what is to follow it in the address
   */
  public TestPage load(BrowserKind kind, int seat, Library library, String page) {
    BrowserSession browser = browsers.browser(kind, seat);
    try {
      return load(browser, library, page);
    } catch (WebDriverException e) {
      discard(browser, e);
      throw e;
    }
  }

  /** Loads the page on which peers meet. */
  public TestPage load(BrowserKind kind, int seat, Library library) {
    return load(kind, seat, library, "page.html");
  }

  /** Loads the page on which peers meet in a browser of the test's own, which it ends itself. */
  public TestPage load(BrowserSession browser, Library library) {
    return load(browser, library, "page.html");
  }

  /** Forgets a page that its test has left, in which nothing can be asked any more. */
  public void forget(TestPage page) {
    loadedPages.remove(page);
  }

  private TestPage load(BrowserSession browser, Library library, String page) {
    TestPage loaded = TestPage.load(browser, library, pages.address(library, page));
    loadedPages.add(loaded);
    return loaded;
  }

  /** Loads the side's page in its browser. */
  public TestPage load(Side side, int seat) {
    return load(side.browser(), seat, side.library());
  }

  /** Forgets the pages of the test before. */
  void startTest() {
    loadedPages.clear();
  }

  /** All that the test's pages saw, for the reader of a failure. */
  String story() {
    return loadedPages.stream().map(Stage::story).collect(Collectors.joining("\n"));
  }

  private static String story(TestPage page) {
    try {
      return page.events().story();
    } catch (WebDriverException e) {
      return page + " can no longer be asked: " + e.getMessage();
    }
  }

  private void discard(BrowserSession browser, WebDriverException why) {
    try {
      browsers.discard(browser);
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try (pages;
        browsers) {
      servers.values().forEach(PeerServer::close);
    }
  }
}
