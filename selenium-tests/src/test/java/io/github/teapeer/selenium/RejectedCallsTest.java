package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageCall;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.OldPeers;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller that runs PeerJS sees of it that our side rejects its call. */
@ExtendWith(StageExtension.class)
class RejectedCallsTest {
  private static final String CALLERS = "io.github.teapeer.selenium.stage.Settings#stockCallers";

  @ParameterizedTest
  @MethodSource(CALLERS)
  void theCallIsClosedAndNothingElse(Setting setting, Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      rejected(pair).take("close");

      DataPair chat = pair.connect(Map.of());
      PageCall silent = rejected(pair);
      if (OldPeers.closesOneOfSeveral(setting.caller().library())) {
        silent.take("close");
        assertThat(pair.caller().connectionCount()).isOne();
      }
      Value text = Value.string("still there");
      chat.outgoing().send(text);
      assertThat(chat.incoming().takeData()).isEqualTo(text.description());
      assertThat(pair.callee().connectionCount()).isOne();
    }
  }

  private static PageCall rejected(PeerPair pair) {
    PageCall outgoing = pair.caller().call(pair.calleeId(), Map.of());
    PageCall incoming = pair.callee().takeCall();
    incoming.reject("busy");
    incoming.take("close");
    return outgoing;
  }
}
