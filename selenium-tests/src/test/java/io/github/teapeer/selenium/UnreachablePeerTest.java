package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.page.Value;
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

/** Connecting to, and calling, somebody who is not there. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#singles")
@ExtendWith(StageExtension.class)
class UnreachablePeerTest {
  @Parameter Setting setting;

  private final String nobody = "nobody-" + UUID.randomUUID();
  private final Value unavailable =
      Value.error("peer-unavailable", "Could not connect to peer " + nobody);

  @Test
  void connectingToNobodyIsReportedAsUnavailable(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    PagePeer peer = openPeer(stage, page);
    PageDataConnection connection = peer.connect(nobody, Map.of());
    assertThat(peer.takeError()).isEqualTo(unavailable.description());
    if (!page.library().isStock()) {
      // 1.5.5 leaves the connection behind.
      assertThat(connection.takeError()).isEqualTo(unavailable.description());
      connection.take("close");
      assertThat(peer.connectionCount()).isZero();
    }
    assertThat(peer.property("open")).isEqualTo(Value.bool(true).description());
    page.events().assertExhausted();
  }

  private PagePeer openPeer(Stage stage, TestPage page) {
    PagePeer peer =
        page.createPeer("peer", null, Map.of("port", stage.server(setting.server()).port()));
    peer.takeOpen();
    return peer;
  }
}
