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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers that are to reconnect come back to a server that was away. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#ourSingles")
@ExtendWith(StageExtension.class)
class ReturnToServerTest {
  /** One attempt, after the server has had time to start. */
  private static final Map<String, ?> SOON = Map.of("minDelay", 8_000);

  /** One attempt, after that of the other, so that it is there to be connected to. */
  private static final Map<String, ?> LATER = Map.of("minDelay", 16_000);

  @Parameter Setting setting;

  @Test
  void peersComeBackWithTheirIdsAndConnectionsStayUp(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    PeerServer first = setting.server().start();
    int port = first.port();
    PagePeer caller;
    PagePeer callee;
    PageDataConnection outgoing;
    PageDataConnection incoming;
    String id;
    try (first) {
      caller = page.createPeer("caller", null, Map.of("port", port, "reconnect", LATER));
      callee = page.createPeer("callee", null, Map.of("port", port, "reconnect", SOON));
      caller.takeOpen();
      id = callee.takeOpen();
      outgoing = caller.connect(id, Map.of());
      incoming = callee.takeConnection();
      outgoing.take("open");
      incoming.take("open");
    }
    for (PagePeer each : List.of(caller, callee)) {
      each.take("disconnected");
      each.take("reconnecting");
    }
    PageDataConnection early = caller.connect(id, Map.of("label", "while the server is away"));
    try (PeerServer second = setting.server().startAt(port)) {
      caller.takeOpen();
      assertThat(callee.takeOpen()).isEqualTo(id);
      PageDataConnection late = callee.takeConnection();
      early.take("open");
      late.take("open");
      assertThat(second.peers()).contains(id);
      Value message = Value.string("still here");
      outgoing.send(message);
      assertThat(incoming.takeData()).isEqualTo(message.description());
      page.events().assertExhausted();
      caller.destroy();
      callee.destroy();
    }
  }
}
