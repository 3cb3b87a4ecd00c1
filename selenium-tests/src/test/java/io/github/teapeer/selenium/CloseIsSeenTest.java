package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.Company;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import io.github.teapeer.selenium.stage.Tabs;
import io.github.teapeer.selenium.stage.Ties;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A peer of ours goes, in whatever way, and the others are told so once of each connection and
 * call, whoever dialled.
 */
@ParameterizedClass
@MethodSource("settings")
@ExtendWith(StageExtension.class)
class CloseIsSeenTest {
  private static final Duration PROMPT = Duration.ofSeconds(1);

  @Parameter(0)
  BrowserKind browser;

  @Parameter(1)
  Library staying;

  static Stream<Arguments> settings() {
    return Stream.of(BrowserKind.CHROMIUM, BrowserKind.FIREFOX)
        .flatMap(
            browser ->
                Stream.of(Library.OURS, Library.PEERJS_1_5_5)
                    .map(staying -> Arguments.of(browser, staying)));
  }

  @Test
  void closingTheTabIsSeenByTheOthers(Stage stage) {
    Runnable closeTab = Tabs.open(stage.browser(browser, Company.LEAVING_SEAT));
    assertThat(company(stage).leavePage(closeTab)).isLessThan(PROMPT);
  }

  @Test
  void goingToAnotherPageIsSeenByTheOthers(Stage stage) {
    assertThat(company(stage).goElsewhere()).isLessThan(PROMPT);
  }

  @Test
  void destroyingThePeerIsSeenByTheOthers(Stage stage) {
    Company company = company(stage);
    PagePeer leaver = company.leaver().peer();
    leaver.destroy();
    company.ties().forEach(Ties::takeOwnCloses);
    company.ties().forEach(Ties::takeOtherCloses);
    leaver.take("disconnected");
    leaver.take("close");
    company.checkAll();
  }

  @Test
  void closingConnectionsAndCallsOneByOneIsSeenByBoth(Stage stage) {
    company(stage).closeOneByOne();
  }

  private Company company(Stage stage) {
    return new Company(
        stage,
        stage.load(browser, Company.LEAVING_SEAT, Library.OURS),
        staying,
        ServerKind.NPM_PEER_1_0_2);
  }
}
