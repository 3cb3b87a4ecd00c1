package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageCall;
import io.github.teapeer.selenium.stage.CallPair;
import io.github.teapeer.selenium.stage.OldPeers;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Settings;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls with PeerJS up to 1.4.7; those with 1.5.5 are among {@link MediaCallTest}'s. */
@ExtendWith(StageExtension.class)
class OldCallsTest {

  static Stream<Setting> settings() {
    return Stream.concat(Settings.generations(), Settings.mixedGenerations())
        .filter(setting -> Library.UP_TO_1_4.stream().anyMatch(setting::has));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void pictureAndSoundAdvanceUntilEitherSideHangsUp(Setting setting, Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      CallPair first = establish(pair);
      theirs(first).close();
      first.checkClosed();

      CallPair second = establish(pair);
      ours(second).close();
      second.checkClosed();
    }
  }

  private static CallPair establish(PeerPair pair) {
    CallPair call = CallPair.establish(pair);
    call.checkAdvances();
    if (OldPeers.throwsAtTheChannelOfACall(call.incoming().page().library())) {
      assertThat(call.incoming().page().takeFailure("error")).contains("initialize");
    }
    return call;
  }

  private static PageCall ours(CallPair call) {
    return call.outgoing().page().library() == Library.OURS ? call.outgoing() : call.incoming();
  }

  private static PageCall theirs(CallPair call) {
    return call.outgoing().page().library() == Library.OURS ? call.incoming() : call.outgoing();
  }
}
