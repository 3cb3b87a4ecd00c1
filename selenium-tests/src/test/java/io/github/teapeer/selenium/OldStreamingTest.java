package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * PeerJS 0.3.14 on our server in pages where WebSockets do not work: all of its signalling goes by
 * HTTP streams and posts.
 */
@ParameterizedClass
@EnumSource(
    value = BrowserKind.class,
    names = {"CHROMIUM", "FIREFOX"})
@ExtendWith(StageExtension.class)
class OldStreamingTest {
  @Parameter BrowserKind browser;

  @ParameterizedTest
  @EnumSource(
      value = Library.class,
      names = {"PEERJS_0_3_14", "OURS"})
  void itMeetsAnother(Library library, Stage stage) {
    TestPage oldPage = load(stage, 0, Library.PEERJS_0_3_14);
    TestPage otherPage = load(stage, 1, library);
    PagePeer old = open(oldPage, stage);
    PagePeer other = open(otherPage, stage);
    String oldId = old.takeOpen();
    String otherId = other.takeOpen();
    assertThat(stage.server(ServerKind.OURS).peers()).contains(oldId, otherId);

    exchange(old.connect(otherId, Map.of()), other);
    exchange(other.connect(oldId, Map.of()), old);

    for (TestPage page : List.of(oldPage, otherPage)) {
      if (library == Library.PEERJS_0_3_14) {
        // It posts everything at once, and takes no candidate that overtakes the answer.
        page.takeAnyFailures("unhandledrejection", "InvalidStateError");
      }
      assertThat(page.global("sockets", "opened")).isEqualTo(Value.number("0").description());
      page.events().assertExhausted();
    }
  }

  /** A socket that fails ends 0.3.14, as the loss of the server; one that never opens does not. */
  private TestPage load(Stage stage, int seat, Library library) {
    return stage.load(browser, seat, library, "blocked.html?silent");
  }

  private static PagePeer open(TestPage page, Stage stage) {
    return page.createPeer(
        "peer", "peer-" + UUID.randomUUID(), Map.of("port", stage.server(ServerKind.OURS).port()));
  }

  private static void exchange(PageDataConnection outgoing, PagePeer callee) {
    PageDataConnection incoming = callee.takeConnection();
    outgoing.take("open");
    incoming.take("open");
    Value text = Value.string("größer");
    outgoing.send(text);
    assertThat(incoming.takeData()).isEqualTo(text.description());
    incoming.send(text);
    assertThat(outgoing.takeData()).isEqualTo(text.description());
  }
}
