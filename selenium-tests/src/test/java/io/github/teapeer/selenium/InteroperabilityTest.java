package io.github.teapeer.selenium;

import static io.github.teapeer.selenium.browser.BrowserKind.FIREFOX;
import static io.github.teapeer.selenium.samples.Serialization.BINARY;
import static io.github.teapeer.selenium.samples.Serialization.BINARY_UTF8;
import static io.github.teapeer.selenium.samples.Serialization.JSON;
import static io.github.teapeer.selenium.samples.Serialization.NONE;
import static io.github.teapeer.selenium.samples.Serialization.RAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageCommandException;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.samples.SampleExchange;
import io.github.teapeer.selenium.samples.Serialization;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.OldPeers;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Settings;
import io.github.teapeer.selenium.stage.Side;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our library with every published PeerJS: values of every kind through every serialization, both
 * ways through a connection that either side makes. What PeerJS loses is said with the samples, and
 * is checked as all else; docs/interop.md has it as a table.
 */
@ExtendWith(StageExtension.class)
class InteroperabilityTest {

  static Stream<Arguments> exchanges() {
    return Stream.concat(
        Settings.generations()
            .flatMap(
                setting ->
                    serializations(setting.caller().library())
                        .map(serialization -> Arguments.of(setting, serialization))),
        Settings.mixedGenerations().map(setting -> Arguments.of(setting, BINARY)));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void valuesArriveBothWays(Setting setting, Serialization serialization, Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(orderly(setting, serialization));
      SampleExchange.check(ends.outgoing(), ends.incoming(), serialization);
      SampleExchange.check(ends.incoming(), ends.outgoing(), serialization);
    }
  }

  @Test
  void inFirefox0314NeverOpensAConnectionThatIsToBeReliable(Stage stage) {
    Side ours = new Side(Library.OURS, FIREFOX);
    Side theirs = new Side(Library.PEERJS_0_3_14, FIREFOX);
    assertThat(OldPeers.opensReliably(theirs.library(), theirs.browser())).isFalse();
    Map<String, ?> reliable = Map.of("reliable", true);
    try (PeerPair pair = PeerPair.open(stage, new Setting(ours, theirs, ServerKind.OURS))) {
      PageDataConnection first = pair.caller().connect(pair.calleeId(), reliable);
      pair.callee().takeConnection();
      assertThatThrownBy(() -> pair.callee().connect(pair.callerId(), reliable))
          .isInstanceOf(PageCommandException.class)
          .hasMessageContaining("not a constructor");

      // What was dialled later is open, so the first would have been; and ours lets go of it.
      DataPair second = pair.connect(Map.of());
      assertThat(first.property("open")).isEqualTo(Value.bool(false).description());
      first.close();
      first.take("close");
      second.incoming().send(Value.string("goes on"));
      assertThat(second.outgoing().takeData()).isEqualTo(Value.string("goes on").description());
    }
  }

  /** 1.5.5 throws when it is to dial with the old name of raw, and 1.x never had it. */
  private static Stream<Serialization> serializations(Library caller) {
    Stream<Serialization> current = Stream.of(BINARY, BINARY_UTF8, JSON, RAW);
    return caller == Library.OURS || caller == Library.PEERJS_0_3_14
        ? Stream.concat(current, Stream.of(NONE))
        : current;
  }

  /** 1.x makes ordered channels only where it is asked to; 0.3.14 knows no others. */
  private static Map<String, ?> orderly(Setting setting, Serialization serialization) {
    String option = serialization.option();
    return setting.has(Library.PEERJS_0_3_14)
        ? Map.of("serialization", option)
        : Map.of("serialization", option, "reliable", true);
  }
}
