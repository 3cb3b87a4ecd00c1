package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.browser.BrowserSession;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.OpenPeer;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import io.github.teapeer.selenium.stage.Ties;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A browser ends without saying goodbye, and the others are told so once of each connection and
 * call. Two browsers in one test, because it takes half a minute until all have noticed.
 */
@ExtendWith(StageExtension.class)
class KilledBrowserTest {
  /** Our server says who has left. That, the first silence, and ten seconds more are enough. */
  private static final Duration WITH_OUR_SERVER = Duration.ofSeconds(40);

  /** The other one says so when somebody wants to reach that peer. */
  private static final Duration WITH_NPM_PEER = Duration.ofSeconds(60);

  @Test
  void killingABrowserIsSeenByTheOthers(Stage stage) {
    List<TestPage> pages =
        Stream.of(BrowserKind.CHROMIUM, BrowserKind.FIREFOX)
            .map(browser -> stage.load(browser, 0, Library.OURS))
            .toList();
    try (Victim chromium = new Victim(stage, BrowserKind.CHROMIUM, ServerKind.OURS, pages);
        Victim firefox = new Victim(stage, BrowserKind.FIREFOX, ServerKind.NPM_PEER_1_0_2, pages)) {
      pages.forEach(page -> page.events().assertExhausted());
      long killed = System.nanoTime();
      chromium.kill();
      firefox.kill();
      chromium.takeEndings();
      assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(WITH_OUR_SERVER);
      firefox.takeEndings();
      assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(WITH_NPM_PEER);
      pages.forEach(page -> page.events().assertExhausted());
    }
  }

  /** A browser with a peer that has connections of every kind with a peer in each page. */
  private static final class Victim implements AutoCloseable {
    private final BrowserSession browser;
    private final Map<OpenPeer, Ties> ties = new LinkedHashMap<>();

    Victim(Stage stage, BrowserKind kind, ServerKind server, List<TestPage> pages) {
      Map<String, ?> options = Map.of("port", stage.server(server).port());
      browser = kind.start();
      try {
        TestPage page = stage.load(browser, Library.OURS);
        OpenPeer victim = OpenPeer.create(page, "victim", options);
        for (TestPage other : pages) {
          OpenPeer friend = OpenPeer.create(other, "friend of " + kind, options);
          ties.put(friend, Ties.make(victim, friend));
        }
        page.events().assertExhausted();
        stage.forget(page);
      } catch (RuntimeException | AssertionError e) {
        browser.close();
        throw e;
      }
    }

    void kill() {
      browser.kill();
    }

    void takeEndings() {
      ties.forEach((friend, shared) -> shared.takeOtherEndings(friend));
    }

    @Override
    public void close() {
      browser.close();
    }
  }
}
