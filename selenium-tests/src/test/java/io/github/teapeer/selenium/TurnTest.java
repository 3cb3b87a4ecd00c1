package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.network.IceServers;
import io.github.teapeer.selenium.network.TurnServer;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that may only meet at a TURN server, which is coturn. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#ours")
@ExtendWith(StageExtension.class)
class TurnTest {
  /** Less than after what browsers give up, where they do. */
  private static final int PATIENCE_MS = 3000;

  private static TurnServer turn;

  @Parameter Setting setting;

  @BeforeAll
  static void startTurnServer() {
    turn = TurnServer.start();
  }

  @AfterAll
  static void stopTurnServer() {
    turn.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void dataFlowsBothWaysThroughTheRelay(String transport, Stage stage) {
    Map<String, ?> config = IceServers.relayOnly(turn.turn(transport));
    try (PeerPair pair = PeerPair.open(stage, setting, Map.of("config", config))) {
      DataPair ends = pair.connect(Map.of());
      assertThat(ends.outgoing().route()).isEqualTo("relay to relay by " + transport);
      assertThat(ends.incoming().route()).isEqualTo("relay to relay by " + transport);
      exchange(ends.outgoing(), ends.incoming());
      exchange(ends.incoming(), ends.outgoing());
    }
  }

  @Test
  void aWrongPasswordEndsWithinTheTimeThatTheCallerGives(Stage stage) {
    Map<String, ?> config = IceServers.relayOnly(turn.turnWithWrongPassword("udp"));
    try (PeerPair pair = PeerPair.open(stage, setting, Map.of("config", config))) {
      PageDataConnection outgoing =
          pair.caller().connect(pair.calleeId(), Map.of("timeout", PATIENCE_MS));
      PageDataConnection incoming = pair.callee().takeConnection();
      assertThat(outgoing.takeError().errorType()).isEqualTo("timeout");
      assertThat(pair.caller().takeError().errorType()).isEqualTo("timeout");
      outgoing.take("close");
      incoming.take("close");
      assertThat(turn.output()).contains("credentials are incorrect");
    }
  }

  private static void exchange(PageDataConnection from, PageDataConnection to) {
    Value value = Value.randomArrayBuffer(7, 1 << 18);
    from.send(value);
    assertThat(to.takeData()).isEqualTo(value.description());
  }
}
