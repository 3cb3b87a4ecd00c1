package io.github.teapeer.selenium;

import io.github.teapeer.selenium.stage.CallPair;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
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
  @Parameter Setting setting;

  @Test
  void pictureAndSoundAdvanceOnBothSidesUntilTheCallerHangsUp(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      CallPair call = CallPair.establish(pair);
      call.checkAdvances();
      call.outgoing().close();
      call.checkClosed();
    }
  }

  @Test
  void theCalleeCanHangUp(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      CallPair call = CallPair.establish(pair);
      // Who hangs up before the transport is there is not seen to, see willCloseOnRemote.
      call.checkAdvances();
      call.incoming().close();
      call.checkClosed();
    }
  }
}
