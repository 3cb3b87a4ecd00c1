package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageCall;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our side of a call with PeerJS 1.5.5 can do, and what the other makes of it. */
@ExtendWith(StageExtension.class)
class StockCallControlTest {
  private static final String CALLEES = "io.github.teapeer.selenium.stage.Settings#stockCallees";
  private static final int FRAMES = 5;
  private static final int SCREEN_WIDTH = 96;

  /** 1.5.5 raises {@code stream} once for each track. */
  private static void takeTwice(PageCall stock) {
    stock.takeStream();
    stock.takeStream();
  }

  @ParameterizedTest
  @MethodSource(CALLEES)
  void aCallMayOnlyReceive(Setting setting, Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing =
          pair.caller()
              .callToReceive(pair.calleeId(), Map.of("receive", List.of("audio", "video")));
      PageCall incoming = pair.callee().takeCall();
      incoming.answer();
      assertThat(outgoing.takeStream()).isEqualTo("audio and video");
      outgoing.awaitFrames(FRAMES);
      outgoing.awaitAudioPackets(FRAMES);
      outgoing.close();
      outgoing.take("close");
      incoming.take("close");
    }
  }

  @ParameterizedTest
  @MethodSource(CALLEES)
  void tracksCanBeReplacedButNotAdded(Setting setting, Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing = pair.caller().call(pair.calleeId(), Map.of());
      PageCall incoming = pair.callee().takeCall();
      incoming.answer();
      outgoing.takeStream();
      takeTwice(incoming);
      incoming.awaitFrames(FRAMES);
      assertThat(outgoing.showScreen()).isEqualTo("fulfilled");
      incoming.awaitPictureWidth(SCREEN_WIDTH);
      assertThat(outgoing.addScreen()).isEqualTo("negotiation-failed");
      incoming.awaitFrames(FRAMES);
      outgoing.close();
      outgoing.take("close");
      incoming.take("close");
    }
  }

  @ParameterizedTest
  @MethodSource(CALLEES)
  void hangingUpBeforeTheAnswerDoesNoHarm(Setting setting, Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall given = pair.caller().call(pair.calleeId(), Map.of());
      pair.callee().takeCall();
      given.close();
      given.take("close");
      PageDataConnection connection = pair.caller().connect(pair.calleeId(), Map.of());
      connection.take("open");
      pair.callee().takeConnection().take("open");
    }
  }
}
