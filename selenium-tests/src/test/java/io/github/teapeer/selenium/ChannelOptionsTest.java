package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.Description;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.PeerPair;
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

/** The options of data connections beyond PeerJS, and their promises. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#ours")
@ExtendWith(StageExtension.class)
class ChannelOptionsTest {
  @Parameter Setting setting;

  private static void assertChannel(
      DataPair ends, boolean ordered, String retransmits, String lifetime) {
    for (PageDataConnection end : List.of(ends.outgoing(), ends.incoming())) {
      assertThat(end.property("dataChannel.ordered")).isEqualTo(Value.bool(ordered).description());
      assertThat(end.property("dataChannel.maxRetransmits")).isEqualTo(limit(retransmits));
      assertThat(end.property("dataChannel.maxPacketLifeTime")).isEqualTo(limit(lifetime));
    }
  }

  private static Description limit(String number) {
    return (number == null ? Value.nothing() : Value.number(number)).description();
  }

  @Test
  void channelsAreAsUnreliableAsThePageSays(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      assertChannel(pair.connect(Map.of()), true, null, null);
      assertChannel(pair.connect(Map.of("reliable", false)), false, null, null);
      assertChannel(pair.connect(Map.of("reliable", false, "ordered", true)), true, null, null);
      assertChannel(pair.connect(Map.of("maxRetransmits", 0)), true, "0", null);
      assertChannel(pair.connect(Map.of("ordered", false, "maxRetransmits", 3)), false, "3", null);
      assertChannel(
          pair.connect(Map.of("ordered", false, "maxPacketLifeTime", 500)), false, null, "500");
      assertChannel(pair.connect(Map.of("priority", "high")), true, null, null);
    }
  }

  @Test
  void whatMakesNoSenseIsRefusedBeforeAnythingIsBegun(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      for (Map<String, ?> options :
          List.<Map<String, ?>>of(
              Map.of("maxRetransmits", 1, "maxPacketLifeTime", 1),
              Map.of("maxRetransmits", -1),
              Map.of("maxRetransmits", 65_536),
              Map.of("maxPacketLifeTime", 1.5),
              Map.of("maxRetransmits", "many"),
              Map.of("maxRetransmits", 1, "reliable", true),
              Map.of("priority", "urgent"),
              Map.of("timeout", -1),
              Map.of("timeout", "soon"),
              Map.of("signal", "stop"))) {
        assertThat(pair.caller().refusal("connect", options))
            .as("%s", options)
            .hasValue("TypeError");
      }
      for (Map<String, ?> options :
          List.<Map<String, ?>>of(
              Map.of("receive", "audio"), Map.of("receive", List.of("smell")))) {
        assertThat(pair.caller().refusal("call", options)).as("%s", options).hasValue("TypeError");
      }
      assertThat(pair.caller().connectionCount()).isZero();
    }
  }

  @Test
  void promisesTellWhenAConnectionIsReadyAndWhenItIsClosed(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of());
      assertThat(ends.outgoing().outcome("ready")).isEqualTo("fulfilled");
      assertThat(ends.incoming().outcome("ready")).isEqualTo("fulfilled");
      ends.outgoing().close();
      assertThat(ends.outgoing().outcome("closed")).isEqualTo("fulfilled");
      assertThat(ends.incoming().outcome("closed")).isEqualTo("fulfilled");
      ends.outgoing().take("close");
      ends.incoming().take("close");
    }
  }

  @Test
  void aConnectionThatFailsIsNeverReady(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageDataConnection aborted = pair.caller().connectAndAbort(pair.calleeId());
      assertThat(aborted.outcome("ready")).isEqualTo("aborted");
      assertThat(aborted.outcome("closed")).isEqualTo("fulfilled");
      aborted.take("error");
      aborted.take("close");
      PageDataConnection late =
          pair.caller().connect("nobody-" + pair.calleeId(), Map.of("timeout", 50));
      assertThat(late.outcome("ready")).isEqualTo("timeout");
      late.take("error");
      late.take("close");
      pair.caller().takeError();
      assertThat(pair.caller().connectionCount()).isZero();
    }
  }

  @Test
  void theNamesOfOlderGenerationsAreThere(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of("label", "old"));
      for (PageDataConnection end : List.of(ends.outgoing(), ends.incoming())) {
        assertThat(end.property("id")).isEqualTo(end.property("connectionId"));
        assertThat(end.property("_dc.label")).isEqualTo(Value.string("old").description());
        assertThat(end.property("pc.signalingState"))
            .isEqualTo(Value.string("stable").description());
        assertThat(end.property("bufferSize")).isEqualTo(Value.number("0").description());
        assertThat(end.property("bufferedAmount")).isEqualTo(Value.number("0").description());
        assertThat(end.property("provider.destroyed")).isEqualTo(Value.bool(false).description());
      }
      assertThat(ends.outgoing().property("options.label"))
          .isEqualTo(Value.string("old").description());
    }
  }
}
