package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageCommandException;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.WebDriverException;

/** The other tests can fail: whatever goes wrong in a page reaches them. */
@ParameterizedClass
@EnumSource(
    value = BrowserKind.class,
    names = {"CHROMIUM", "FIREFOX"})
@ExtendWith(StageExtension.class)
class HarnessTest {
  /** Of a browser that no other test uses. */
  private static final int SPARE_SEAT = 2;

  @Parameter BrowserKind browser;

  @Test
  void anUncaughtErrorFailsThePage(Stage stage) {
    checkFails(misbehave(stage, "throw"), "error", "thrown on purpose");
  }

  @Test
  void anUnhandledRejectionFailsThePage(Stage stage) {
    checkFails(misbehave(stage, "reject"), "unhandledrejection", "rejected on purpose");
  }

  @Test
  void aConsoleErrorFailsThePage(Stage stage) {
    checkFails(misbehave(stage, "complain"), "console.error", "complained on purpose");
  }

  @Test
  void evaluatingTextIsRefusedByThePolicyAndFailsThePage(Stage stage) {
    TestPage page = misbehave(stage, "evaluate");
    assertThat(page.events().take("script", "refused").arguments())
        .containsExactly(Value.string("EvalError").description());
    checkFails(page, "securitypolicyviolation", "trusted-types");
  }

  @Test
  void anEventThatTheTestDidNotTakeFailsThePage(Stage stage) {
    TestPage page = stage.load(browser, 0, Library.PEERJS_1_5_5);
    PagePeer peer = createPeer(stage, page);
    peer.takeOpen();
    page.events().assertExhausted();
    peer.disconnect();
    assertThatThrownBy(page.events()::assertExhausted)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("peer disconnected");
  }

  @Test
  void anEventOtherThanTheExpectedOneIsReportedAtOnce(Stage stage) {
    TestPage page = stage.load(browser, 0, Library.PEERJS_1_5_5);
    PagePeer peer = createPeer(stage, page);
    assertThatThrownBy(() -> peer.take("close"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected peer close")
        .hasMessageContaining("peer open");
  }

  @Test
  void anErrorInACommandReachesTheTest(Stage stage) {
    TestPage page = stage.load(browser, 0, Library.PEERJS_1_5_5);
    PagePeer peer = createPeer(stage, page);
    peer.takeOpen();
    assertThatThrownBy(peer::reconnect)
        .isInstanceOf(PageCommandException.class)
        .hasMessageContaining("cannot reconnect because it is not disconnected");
    page.events().assertExhausted();
  }

  @Test
  void aBrowserThatDiedFailsOneTestAndIsReplaced(Stage stage) {
    TestPage page = stage.load(browser, SPARE_SEAT, Library.PEERJS_1_5_5);
    page.browser().kill();
    assertThatThrownBy(() -> stage.load(browser, SPARE_SEAT, Library.PEERJS_1_5_5))
        .isInstanceOf(WebDriverException.class);
    TestPage replaced = stage.load(browser, SPARE_SEAT, Library.PEERJS_1_5_5);
    createPeer(stage, replaced).takeOpen();
    replaced.events().assertExhausted();
  }

  private TestPage misbehave(Stage stage, String how) {
    return stage.load(browser, 0, Library.PEERJS_1_5_5, "misbehaving.html?" + how);
  }

  private static void checkFails(TestPage page, String kind, String message) {
    assertThat(page.takeFailure(kind)).contains(message);
    page.events().assertExhausted();
  }

  private static PagePeer createPeer(Stage stage, TestPage page) {
    int port = stage.server(ServerKind.NPM_PEER_1_0_2).port();
    return page.createPeer("peer", null, Map.of("port", port));
  }
}
