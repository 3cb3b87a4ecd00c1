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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our peers on published PeerServers of before 1.0. */
@ParameterizedClass
@EnumSource(
    value = BrowserKind.class,
    names = {"CHROMIUM", "FIREFOX"})
@ExtendWith(StageExtension.class)
class OldServersTest {
  @Parameter BrowserKind browser;

  private final String id = "peer-" + UUID.randomUUID();

  @ParameterizedTest
  @EnumSource(
      value = ServerKind.class,
      names = {"NPM_PEER_0_2_8", "NPM_PEER_0_6_1"})
  void peersMeet(ServerKind server, Stage stage) {
    TestPage page = load(stage, "free");
    meet(page, stage, server);
    assertThat(page.global("sockets", "opened")).isEqualTo(Value.number("2").description());
    page.events().assertExhausted();
  }

  /** PeerServer 0.6.1 has streams, too, but answers 401 to whoever has no socket. */
  @Test
  void peersMeetByHttpStreamsAlone(Stage stage) {
    TestPage page = load(stage, "failing");
    meet(page, stage, ServerKind.NPM_PEER_0_2_8);
    assertThat(page.global("sockets", "opened")).isEqualTo(Value.number("0").description());
    page.events().assertExhausted();
  }

  private TestPage load(Stage stage, String sockets) {
    return stage.load(browser, 0, Library.OURS, "blocked.html?" + sockets);
  }

  private void meet(TestPage page, Stage stage, ServerKind server) {
    Map<String, Object> options = Map.of("port", stage.server(server).port());
    PagePeer callee = page.createPeer("callee", id, options);
    assertThat(callee.takeOpen()).isEqualTo(id);
    PagePeer caller = page.createPeer("caller", null, options);
    String callerId = caller.takeOpen();
    assertThat(stage.server(server).peers()).contains(id, callerId);
    exchange(caller.connect(id, Map.of()), callee);
    exchange(callee.connect(callerId, Map.of()), caller);
  }

  private static void exchange(PageDataConnection outgoing, PagePeer callee) {
    PageDataConnection incoming = callee.takeConnection();
    outgoing.take("open");
    incoming.take("open");
    Value text = Value.string("größer 🎈");
    outgoing.send(text);
    assertThat(incoming.takeData()).isEqualTo(text.description());
    incoming.send(text);
    assertThat(outgoing.takeData()).isEqualTo(text.description());
  }
}
