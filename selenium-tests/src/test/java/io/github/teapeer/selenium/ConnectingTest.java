package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** From {@code connect} to {@code close}. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#pairs")
@ExtendWith(StageExtension.class)
class ConnectingTest {
  private static final Value HELLO = Value.string("hello");
  private static final Value REPLY = Value.string("reply");

  private static final int SEED = 1_234_567;

  @Parameter Setting setting;

  @Test
  void bothEndsOpenAndAgreeOnWhatTheConnectionIs(Stage stage) {
    Value metadata = Value.object(Map.of("name", Value.string("日本"), "n", Value.number("1.5")));
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends =
          pair.connect(Map.of("label", "chat", "metadata", metadata.recipe(), "reliable", true));

      for (PageDataConnection end : List.of(ends.outgoing(), ends.incoming())) {
        assertThat(end.property("label")).isEqualTo(Value.string("chat").description());
        assertThat(end.property("metadata")).isEqualTo(metadata.description());
        assertThat(end.property("reliable")).isEqualTo(Value.bool(true).description());
        assertThat(end.property("serialization")).isEqualTo(Value.string("binary").description());
        assertThat(end.property("type")).isEqualTo(Value.string("data").description());
        assertThat(end.property("open")).isEqualTo(Value.bool(true).description());
      }
      assertThat(ends.outgoing().property("peer"))
          .isEqualTo(Value.string(pair.calleeId()).description());
      assertThat(ends.incoming().property("peer"))
          .isEqualTo(Value.string(pair.callerId()).description());
      assertThat(ends.outgoing().property("connectionId"))
          .isEqualTo(ends.incoming().property("connectionId"));
    }
  }

  @Test
  void messagesPassBothWaysInOrder(Stage stage) {
    int count = 200;
    List<Value> numbers =
        IntStream.range(0, count).mapToObj(n -> Value.number(Integer.toString(n))).toList();
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of("reliable", true));
      ends.outgoing().sendAll(numbers);
      ends.incoming().sendAll(numbers);
      for (Value number : numbers) {
        assertThat(ends.incoming().takeData()).isEqualTo(number.description());
        assertThat(ends.outgoing().takeData()).isEqualTo(number.description());
      }
    }
  }

  @Test
  void theCallersCloseIsSeenOnceByBoth(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of());
      ends.outgoing().close();
      checkClosedOnce(pair, ends);
    }
  }

  @Test
  void theCalleesCloseIsSeenOnceByBoth(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of());
      ends.incoming().close();
      checkClosedOnce(pair, ends);
    }
  }

  @Test
  void aCloseWithFlushDeliversWhatWasSent(Stage stage) {
    List<Value> sent = Collections.nCopies(50, Value.randomArrayBuffer(SEED, 10_000));
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of("reliable", true));
      ends.outgoing().sendAll(sent);
      ends.outgoing().closeAfterFlush();
      for (Value value : sent) {
        assertThat(ends.incoming().takeData()).isEqualTo(value.description());
      }
      checkClosedOnce(pair, ends);
    }
  }

  @Test
  void twoConnectionsOfTheSamePeersAreIndependent(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair first = pair.connect(Map.of("label", "first"));
      DataPair second = pair.connect(Map.of("label", "second"));
      first.outgoing().close();
      first.outgoing().take("close");
      first.incoming().take("close");
      checkWorks(second);
    }
  }

  @Test
  void theCalleeCanConnectBack(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      checkWorks(pair.connect(Map.of()));
      PageDataConnection back = pair.callee().connect(pair.callerId(), Map.of());
      PageDataConnection atCaller = pair.caller().takeConnection();
      back.take("open");
      atCaller.take("open");
      checkWorks(new DataPair(back, atCaller));
    }
  }

  /** A second {@code close} would have come by the time that a whole new connection works. */
  private static void checkClosedOnce(PeerPair pair, DataPair ends) {
    ends.outgoing().take("close");
    ends.incoming().take("close");
    assertThat(ends.outgoing().property("open")).isEqualTo(Value.bool(false).description());
    assertThat(ends.incoming().property("open")).isEqualTo(Value.bool(false).description());
    assertThat(pair.caller().connectionCount()).isZero();
    assertThat(pair.callee().connectionCount()).isZero();
    checkWorks(pair.connect(Map.of()));
  }

  private static void checkWorks(DataPair ends) {
    ends.outgoing().send(HELLO);
    assertThat(ends.incoming().takeData()).isEqualTo(HELLO.description());
    ends.incoming().send(REPLY);
    assertThat(ends.outgoing().takeData()).isEqualTo(REPLY.description());
  }
}
