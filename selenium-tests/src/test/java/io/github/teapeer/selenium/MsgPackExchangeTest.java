package io.github.teapeer.selenium;

import static io.github.teapeer.selenium.browser.BrowserKind.CHROMIUM;
import static io.github.teapeer.selenium.browser.BrowserKind.FIREFOX;
import static io.github.teapeer.selenium.page.Library.OURS;
import static io.github.teapeer.selenium.page.Library.PEERJS_1_5_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.samples.MsgPackSamples;
import io.github.teapeer.selenium.samples.Sample;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.SerializingPair;
import io.github.teapeer.selenium.stage.SerializingSide;
import io.github.teapeer.selenium.stage.Side;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code MsgPack}: ours and PeerJS 1.5.5's own, which carries 1.5.5's connection classes, each in
 * our Peer and in 1.5.5's, dialling and being dialled.
 */
@ParameterizedClass
@MethodSource("settings")
@ExtendWith(StageExtension.class)
class MsgPackExchangeTest {
  private static final Map<String, String> MSG_PACK = Map.of("serialization", "MsgPack");
  private static final int SEED = 15_500;

  @Parameter(0)
  SerializingSide from;

  @Parameter(1)
  SerializingSide to;

  static Stream<Arguments> settings() {
    return Stream.of(CHROMIUM, FIREFOX)
        .flatMap(
            browser -> {
              SerializingSide stock =
                  new SerializingSide(
                      "peerjs-msgpack-peer", new Side(PEERJS_1_5_5, other(browser)));
              SerializingSide theirsInOurs =
                  new SerializingSide("peerjs-msgpack", new Side(OURS, browser));
              SerializingSide ours = new SerializingSide("our-msgpack", new Side(OURS, browser));
              SerializingSide oursOfTheModule =
                  new SerializingSide("our-msgpack-peer", new Side(OURS, browser));
              return Stream.of(
                  Arguments.of(theirsInOurs, stock),
                  Arguments.of(stock, theirsInOurs),
                  Arguments.of(ours, stock),
                  Arguments.of(stock, ours),
                  Arguments.of(oursOfTheModule, stock),
                  Arguments.of(stock, oursOfTheModule),
                  Arguments.of(ours, oursOfTheModule),
                  Arguments.of(theirsInOurs, ours));
            });
  }

  private static BrowserKind other(BrowserKind browser) {
    return browser == CHROMIUM ? FIREFOX : CHROMIUM;
  }

  @Test
  void valuesArriveBothWays(Stage stage) {
    try (SerializingPair pair = SerializingPair.open(stage, from, to)) {
      DataPair ends = pair.connect(MSG_PACK);
      assertThat(ends.outgoing().property("serialization"))
          .isEqualTo(Value.string("MsgPack").description());
      assertThat(ends.incoming().property("serialization"))
          .isEqualTo(Value.string("MsgPack").description());
      exchange(ends.outgoing(), ends.incoming(), MsgPackSamples.common());
      exchange(ends.incoming(), ends.outgoing(), MsgPackSamples.common());
      if (isOurs(from) && isOurs(to)) {
        exchange(ends.outgoing(), ends.incoming(), MsgPackSamples.ours());
      }
    }
  }

  private static boolean isOurs(SerializingSide side) {
    return side.kind().startsWith("our-");
  }

  private static void exchange(
      PageDataConnection sender, PageDataConnection receiver, List<Sample> samples) {
    assertThat(sender.sendAll(samples.stream().map(Sample::sent).toList()))
        .allSatisfy(failure -> assertThat(failure).isEmpty());
    for (Sample sample : samples) {
      assertThat(receiver.takeData())
          .as("%s from %s to %s", sample.sent(), sender, receiver)
          .isEqualTo(MsgPackSamples.received(sample));
    }
  }

  @Test
  void aMessageOfSeveralMegabytesArrives(Stage stage) {
    Value value = Value.randomView("Uint8Array", SEED, 3_000_000);
    try (SerializingPair pair = SerializingPair.open(stage, from, to)) {
      DataPair ends = pair.connect(MSG_PACK);
      ends.outgoing().send(value);
      ends.incoming().send(value);
      assertThat(ends.incoming().takeData()).isEqualTo(value.description());
      assertThat(ends.outgoing().takeData()).isEqualTo(value.description());
    }
  }

  @Test
  void aCloseWithFlushDeliversWhatWasSent(Stage stage) {
    Value value = Value.randomView("Uint8Array", SEED, 200_000);
    try (SerializingPair pair = SerializingPair.open(stage, from, to)) {
      DataPair ends = pair.connect(MSG_PACK);
      ends.outgoing().sendAll(List.of(value, value, value));
      ends.outgoing().closeAfterFlush();
      for (int i = 0; i < 3; i++) {
        assertThat(ends.incoming().takeData()).isEqualTo(value.description());
      }
      ends.incoming().take("close");
      ends.outgoing().take("close");
      assertThat(pair.caller().connectionCount()).isZero();
      assertThat(pair.callee().connectionCount()).isZero();
    }
  }

  @Test
  void theCalleesCloseIsSeenByBoth(Stage stage) {
    try (SerializingPair pair = SerializingPair.open(stage, from, to)) {
      DataPair ends = pair.connect(MSG_PACK);
      ends.incoming().close();
      ends.incoming().take("close");
      ends.outgoing().take("close");
      assertThat(pair.caller().connectionCount()).isZero();
      assertThat(pair.callee().connectionCount()).isZero();
    }
  }
}
