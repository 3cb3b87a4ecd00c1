package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageCall;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls with the fake cameras and microphones of both browsers. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#pairs")
@ExtendWith(StageExtension.class)
class MediaCallTest {
  /** Enough to tell a moving picture from a first frame that froze. */
  private static final int FRAMES = 10;

  private static final int PACKETS = 20;

  @Parameter Setting setting;

  @Test
  void pictureAndSoundAdvanceOnBothSidesUntilTheCallerHangsUp(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      Call call = Call.establish(pair);
      call.checkAdvances();
      call.outgoing().close();
      call.checkClosed(pair);
    }
  }

  @Test
  void theCalleeCanHangUp(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      Call call = Call.establish(pair);
      // Who hangs up before the transport is there is not seen to, see willCloseOnRemote.
      call.checkAdvances();
      call.incoming().close();
      call.checkClosed(pair);
    }
  }

  private record Call(PageCall outgoing, PageCall incoming) {
    static Call establish(PeerPair pair) {
      Value metadata = Value.object(Map.of("topic", Value.string("tea")));
      PageCall outgoing =
          pair.caller().call(pair.calleeId(), Map.of("metadata", metadata.recipe()));
      PageCall incoming = pair.callee().takeCall();
      assertThat(incoming.property("metadata")).isEqualTo(metadata.description());
      assertThat(incoming.property("type")).isEqualTo(Value.string("media").description());
      assertThat(outgoing.property("open")).isEqualTo(Value.bool(false).description());
      incoming.answer();
      takeStream(outgoing);
      takeStream(incoming);
      assertThat(outgoing.property("open")).isEqualTo(Value.bool(true).description());
      assertThat(incoming.property("open")).isEqualTo(Value.bool(true).description());
      return new Call(outgoing, incoming);
    }

    /** 1.5.5 raises the event once for each track of the stream. */
    private static void takeStream(PageCall end) {
      int times = end.page().library().isStock() ? 2 : 1;
      for (int i = 0; i < times; i++) {
        assertThat(end.takeStream()).isEqualTo("audio and video");
      }
    }

    void checkAdvances() {
      outgoing.awaitFrames(FRAMES);
      incoming.awaitFrames(FRAMES);
      outgoing.awaitAudioPackets(PACKETS);
      incoming.awaitAudioPackets(PACKETS);
    }

    void checkClosed(PeerPair pair) {
      outgoing.take("close");
      incoming.take("close");
      assertThat(outgoing.property("open")).isEqualTo(Value.bool(false).description());
      assertThat(incoming.property("open")).isEqualTo(Value.bool(false).description());
      assertThat(pair.caller().connectionCount()).isZero();
      assertThat(pair.callee().connectionCount()).isZero();
    }
  }
}
