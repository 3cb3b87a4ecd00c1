package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.server.PeerServer;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The signalling server goes away while peers talk. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#singles")
@ExtendWith(StageExtension.class)
class LostServerTest {
  @Parameter Setting setting;

  @Test
  void theLossIsReportedAndConnectionsOutliveIt(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    PageDataConnection outgoing;
    PageDataConnection incoming;
    PagePeer caller;
    PagePeer callee;
    try (PeerServer server = setting.server().start()) {
      caller = page.createPeer("caller", null, Map.of("port", server.port()));
      callee = page.createPeer("callee", null, Map.of("port", server.port()));
      caller.takeOpen();
      outgoing = caller.connect(callee.takeOpen(), Map.of());
      incoming = callee.takeConnection();
      outgoing.take("open");
      incoming.take("open");
    }
    takeLoss(caller);
    takeLoss(callee);
    Value message = Value.string("still here");
    outgoing.send(message);
    assertThat(incoming.takeData()).isEqualTo(message.description());
    page.events().assertExhausted();
  }

  private static void takeLoss(PagePeer peer) {
    assertThat(peer.takeError())
        .isEqualTo(Value.error("network", "Lost connection to server.").description());
    peer.take("disconnected");
    assertThat(peer.property("destroyed")).isEqualTo(Value.bool(false).description());
  }
}
