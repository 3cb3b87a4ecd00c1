package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.machine.Await;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.server.PeerServer;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers in pages where WebSockets do not work, on a server that offers HTTP streaming. */
@ParameterizedClass
@EnumSource(
    value = BrowserKind.class,
    names = {"CHROMIUM", "FIREFOX"})
@ExtendWith(StageExtension.class)
class HttpStreamingTest {
  @Parameter BrowserKind browser;

  private final String id = "peer-" + UUID.randomUUID();

  private TestPage load(Stage stage, int seat, String mode) {
    return stage.load(browser, seat, Library.OURS, "blocked.html?" + mode);
  }

  private static Map<String, Object> options(Stage stage) {
    return Map.of("port", stage.server(ServerKind.OURS).port());
  }

  private static void exchange(PageDataConnection from, PageDataConnection to) {
    from.take("open");
    to.take("open");
    Value text = Value.string("größer 🎈");
    from.send(text);
    assertThat(to.takeData()).isEqualTo(text.description());
    to.send(text);
    assertThat(from.takeData()).isEqualTo(text.description());
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "failing", "throwing"})
  void peersMeetWithoutWebSockets(String mode, Stage stage) {
    PeerServer server = stage.server(ServerKind.OURS);
    TestPage page = load(stage, 0, mode);
    PagePeer caller = page.createPeer("caller", null, options(stage));
    PagePeer callee = page.createPeer("callee", id, options(stage));
    assertThat(callee.takeOpen()).isEqualTo(id);
    String callerId = caller.takeOpen();
    assertThat(server.peers()).contains(id, callerId);

    PageDataConnection outgoing = caller.connect(id, Map.of());
    exchange(outgoing, callee.takeConnection());
    PageDataConnection back = callee.connect(callerId, Map.of());
    exchange(back, caller.takeConnection());
    assertThat(page.global("sockets", "opened")).isEqualTo(Value.number("0").description());

    caller.disconnect();
    caller.take("disconnected");
    Await.until("departure of " + callerId, () -> !server.peers().contains(callerId));
    caller.reconnect();
    assertThat(caller.takeOpen()).isEqualTo(callerId);
    page.events().assertExhausted();
  }

  @Test
  void aMessageForAPeerThatIsNotThereExpires(Stage stage) {
    TestPage page = load(stage, 0, "failing");
    PagePeer peer = page.createPeer("peer", id, options(stage));
    peer.takeOpen();
    PageDataConnection connection = peer.connect("nobody-" + id, Map.of());
    assertThat(connection.take("error").arguments().get(0))
        .isEqualTo(peer.take("error").arguments().get(0));
    connection.take("close");
    page.events().assertExhausted();
  }

  @Test
  void theWebSocketIsTakenWhenItWorksAgain(Stage stage) {
    TestPage page = load(stage, 0, "failing");
    PagePeer peer = page.createPeer("peer", id, options(stage));
    PagePeer other = page.createPeer("other", null, options(stage));
    peer.takeOpen();
    other.takeOpen();
    URI address = URI.create(page.browser().driver().getCurrentUrl());
    page.browser().driver().get(address.resolve("#free").toString());
    Await.until(
        "sockets", () -> page.global("sockets", "opened").equals(Value.number("2").description()));
    PageDataConnection outgoing = other.connect(id, Map.of());
    exchange(outgoing, peer.takeConnection());
    page.events().assertExhausted();
  }

  @Test
  void aPageMayAskForHttpAlone(Stage stage) {
    TestPage page = load(stage, 0, "free");
    PagePeer peer =
        page.createPeer(
            "peer", id, Map.of("port", stage.server(ServerKind.OURS).port(), "transport", "http"));
    assertThat(peer.takeOpen()).isEqualTo(id);
    assertThat(page.global("sockets", "tried")).isEqualTo(Value.number("0").description());
    peer.destroy();
    peer.take("disconnected");
    peer.take("close");
    Await.until("departure of " + id, () -> !stage.server(ServerKind.OURS).peers().contains(id));
    page.events().assertExhausted();
  }
}
