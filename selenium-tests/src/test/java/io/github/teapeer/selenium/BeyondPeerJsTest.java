package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.TestPage.EarlyConnection;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.samples.SampleExchange;
import io.github.teapeer.selenium.samples.Serialization;
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

/** What the documentation promises and PeerJS 1.5.5 does not do; ours does, towards both. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#withOurCaller")
@ExtendWith(StageExtension.class)
class BeyondPeerJsTest {
  @Parameter Setting setting;

  @Test
  void aConnectionMadeBeforeThePeerIsOpenIsNotLost(Stage stage) {
    Value message = Value.string("early");
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      EarlyConnection early =
          pair.callerPage().createPeerAndConnect("early", pair.calleeId(), pair.peerOptions());
      early.peer().takeOpen();
      PageDataConnection outgoing = early.connection();
      outgoing.take("open");
      PageDataConnection incoming = pair.callee().takeConnection();
      incoming.take("open");
      outgoing.send(message);
      assertThat(incoming.takeData()).isEqualTo(message.description());
    }
  }

  @Test
  void noneIsAnotherNameOfRaw(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends =
          pair.connect(Map.of("serialization", Serialization.NONE.option(), "reliable", true));
      SampleExchange.check(ends.outgoing(), ends.incoming(), Serialization.NONE);
      SampleExchange.check(ends.incoming(), ends.outgoing(), Serialization.NONE);
    }
  }

  @Test
  void whatFollowsABlobArrivesAfterIt(Stage stage) {
    Value blob = Value.blob("text/plain", (byte) 'b');
    Value next = Value.string("next");
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of("reliable", true));
      ends.outgoing().sendAll(List.of(blob, next, blob));
      Value received = Value.arrayBuffer((byte) 'b');
      assertThat(ends.incoming().takeData()).isEqualTo(received.description());
      assertThat(ends.incoming().takeData()).isEqualTo(next.description());
      assertThat(ends.incoming().takeData()).isEqualTo(received.description());
    }
  }

  @Test
  void aGetterMaySendWhileItsObjectIsSent(Stage stage) {
    Value inner = Value.object(Map.of("inner", Value.string("x".repeat(100))));
    Value outer = Value.array(Value.number("1"), Value.string("outer"));
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of("reliable", true));
      ends.outgoing().sendWithinGetter(inner, outer);
      assertThat(ends.incoming().takeData()).isEqualTo(inner.description());
      assertThat(ends.incoming().takeData())
          .isEqualTo(Value.object(Map.of("value", outer)).description());
    }
  }

  @Test
  void aPageThatIsLeftClosesItsConnections(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of());
      pair.leaveCallerPage();
      ends.incoming().take("close");
      assertThat(pair.callee().connectionCount()).isZero();
    }
  }
}
