package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Our side sends and closes at once, towards our library and PeerJS 1.5.5. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#withOurCaller")
@ExtendWith(StageExtension.class)
class DeliveringCloseTest {
  private static final int SEED = 1_357;

  @Parameter Setting setting;

  @Test
  void whatWasSentBeforeACloseIsDelivered(Stage stage) {
    List<Value> sent =
        new ArrayList<>(Collections.nCopies(300, Value.randomArrayBuffer(SEED, 10_000)));
    sent.add(Value.string("goodbye"));
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of("reliable", true));
      PageDataConnection other = ends.incoming();
      ends.outgoing().sendAll(sent);
      ends.outgoing().close();
      ends.outgoing().take("close");
      for (Value each : sent) {
        assertThat(other.takeData()).isEqualTo(each.description());
      }
      other.take("close");
    }
  }
}
