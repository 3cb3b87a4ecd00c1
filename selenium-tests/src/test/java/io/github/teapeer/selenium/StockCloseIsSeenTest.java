package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.Company;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import io.github.teapeer.selenium.stage.Tabs;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A peer of PeerJS 1.5.5 goes, and ours are told so once of each connection and call, whoever
 * dialled. Destroying such a peer is left out: it then forgets every other of its connections.
 */
@ParameterizedClass
@EnumSource(
    value = BrowserKind.class,
    names = {"CHROMIUM", "FIREFOX"})
@ExtendWith(StageExtension.class)
class StockCloseIsSeenTest {
  /** Chromium ends a tab without ending its connections, so that packets just stop coming. */
  private static final Duration BY_ICE = Duration.ofSeconds(20);

  @Parameter BrowserKind browser;

  @Test
  void closingTheTabIsSeenByTheOthers(Stage stage) {
    Runnable closeTab = Tabs.open(stage.browser(browser, Company.LEAVING_SEAT));
    assertThat(company(stage).leavePage(closeTab)).isLessThan(BY_ICE);
  }

  @Test
  void goingToAnotherPageIsSeenByTheOthers(Stage stage) {
    assertThat(company(stage).goElsewhere()).isLessThan(BY_ICE);
  }

  @Test
  void closingConnectionsAndCallsOneByOneIsSeenByBoth(Stage stage) {
    company(stage).closeOneByOne();
  }

  private Company company(Stage stage) {
    return new Company(
        stage,
        stage.load(browser, Company.LEAVING_SEAT, Library.PEERJS_1_5_5),
        Library.OURS,
        ServerKind.OURS);
  }
}
