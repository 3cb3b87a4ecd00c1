package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.server.PeerServer;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that hangs says nothing, and the browser does not notice: the client does. */
@ExtendWith(StageExtension.class)
class HungServerTest {
  @ParameterizedTest
  @MethodSource("io.github.teapeer.selenium.stage.Settings#ours")
  void theLossIsReportedAndThePeerComesBackWhenTheServerDoes(Setting setting, Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    try (PeerServer server = ServerKind.NPM_PEER_1_0_2.start()) {
      PagePeer peer =
          page.createPeer("peer", null, Map.of("port", server.port(), "pingInterval", 400));
      String id = peer.takeOpen();
      // Once it has been seen to pass messages on it is expected to.
      assertThat(server.peers()).containsExactly(id);
      peer.awaitServerMessage();
      server.suspend();
      assertThat(peer.takeError())
          .isEqualTo(Value.error("network", "Lost connection to server.").description());
      peer.take("disconnected");
      server.resume();
      peer.reconnect();
      assertThat(peer.takeOpen()).isEqualTo(id);
      page.events().assertExhausted();
      peer.destroy();
    }
  }
}
