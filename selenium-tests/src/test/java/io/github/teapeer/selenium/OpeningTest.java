package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.machine.Await;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.server.PeerServer;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A peer and the signalling server: from {@code new Peer} to {@code destroy}, and what fails. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#singles")
@ExtendWith(StageExtension.class)
class OpeningTest {
  @Parameter Setting setting;

  private final String id = "peer-" + UUID.randomUUID();

  @Test
  void aPeerOpensWithTheIdThatItAsksFor(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    PagePeer peer = page.createPeer("peer", id, options(stage));
    assertThat(peer.takeOpen()).isEqualTo(id);
    assertThat(peer.property("id")).isEqualTo(Value.string(id).description());
    assertThat(peer.property("open")).isEqualTo(Value.bool(true).description());
    assertThat(peer.property("destroyed")).isEqualTo(Value.bool(false).description());
    assertThat(peer.property("disconnected")).isEqualTo(Value.bool(false).description());
    assertThat(stage.server(setting.server()).peers()).contains(id);
    page.events().assertExhausted();
  }

  @Test
  void aPeerWithoutAnIdIsGivenOne(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    PagePeer peer = page.createPeer("peer", null, options(stage));
    String given = peer.takeOpen();
    assertThat(given).isNotBlank();
    assertThat(stage.server(setting.server()).peers()).contains(given);
    page.events().assertExhausted();
  }

  @Test
  void anIdThatIsTakenIsReportedAsUnavailable(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    page.createPeer("first", id, options(stage)).takeOpen();
    PagePeer second = page.createPeer("second", id, options(stage));
    assertThat(second.takeError())
        .isEqualTo(Value.error("unavailable-id", "ID \"%s\" is taken".formatted(id)).description());
    takeDestruction(second);
    page.events().assertExhausted();
  }

  @Test
  void anIdWithForbiddenCharactersIsReportedAsInvalid(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    PagePeer peer = page.createPeer("peer", "no spaces at the end ", options(stage));
    assertThat(peer.takeError())
        .isEqualTo(
            Value.error("invalid-id", "ID \"no spaces at the end \" is invalid").description());
    takeDestruction(peer);
    page.events().assertExhausted();
  }

  @Test
  void disconnectingKeepsThePeerForAReconnect(Stage stage) {
    PeerServer server = stage.server(setting.server());
    TestPage page = stage.load(setting.caller(), 0);
    PagePeer peer = page.createPeer("peer", id, options(stage));
    peer.takeOpen();

    peer.disconnect();
    assertThat(peer.take("disconnected").arguments())
        .containsExactly(Value.string(id).description());
    assertThat(peer.property("disconnected")).isEqualTo(Value.bool(true).description());
    assertThat(peer.property("destroyed")).isEqualTo(Value.bool(false).description());
    assertThat(peer.property("id")).isEqualTo(Value.nothing().description());
    Await.until("departure of " + id, () -> !server.peers().contains(id));

    peer.reconnect();
    assertThat(peer.takeOpen()).isEqualTo(id);
    assertThat(peer.property("disconnected")).isEqualTo(Value.bool(false).description());
    page.events().assertExhausted();
  }

  @Test
  void aDisconnectedPeerDoesNotConnect(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    PagePeer peer = page.createPeer("peer", id, options(stage));
    peer.takeOpen();
    peer.disconnect();
    peer.take("disconnected");
    assertThat(peer.tryConnect("whoever", Map.of())).isEmpty();
    assertThat(peer.takeError())
        .isEqualTo(
            Value.error(
                    "disconnected", "Cannot connect to new Peer after disconnecting from server.")
                .description());
    page.events().assertExhausted();
  }

  @Test
  void destroyingEndsThePeer(Stage stage) {
    PeerServer server = stage.server(setting.server());
    TestPage page = stage.load(setting.caller(), 0);
    PagePeer peer = page.createPeer("peer", id, options(stage));
    peer.takeOpen();
    peer.destroy();
    takeDestruction(peer);
    Await.until("departure of " + id, () -> !server.peers().contains(id));
    page.events().assertExhausted();
  }

  private static void takeDestruction(PagePeer peer) {
    peer.take("disconnected");
    peer.take("close");
    assertThat(peer.property("destroyed")).isEqualTo(Value.bool(true).description());
    assertThat(peer.property("open")).isEqualTo(Value.bool(false).description());
    assertThat(peer.connectionCount()).isZero();
  }

  private Map<String, Object> options(Stage stage) {
    return Map.of("port", stage.server(setting.server()).port());
  }
}
