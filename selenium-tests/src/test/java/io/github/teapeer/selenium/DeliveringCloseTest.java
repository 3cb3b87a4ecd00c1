package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Our side sends and closes at once, towards our library and PeerJS 1.5.5. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#withOurCaller")
@ExtendWith(StageExtension.class)
class DeliveringCloseTest {
  private static final int SEED = 1_357;

  @Parameter Setting setting;

  @Test
  void whatWasSentBeforeACloseIsDelivered(Stage stage) {
    Value large = Value.randomArrayBuffer(SEED, 3_000_000);
    Value last = Value.string("goodbye");
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of("reliable", true));
      PageDataConnection other = ends.incoming();
      ends.outgoing().sendAll(List.of(large, last));
      ends.outgoing().close();
      ends.outgoing().take("close");
      assertThat(other.takeData()).isEqualTo(large.description());
      assertThat(other.takeData()).isEqualTo(last.description());
      other.take("close");
    }
  }
}
