package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.DataPair;
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

@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#pairs")
@ExtendWith(StageExtension.class)
class ConnectingTest {
  @Parameter Setting setting;

  @Test
  void aConnectionOpensOnBothSides(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of());
      ends.outgoing().send(Value.string("hi"));
      assertThat(ends.incoming().takeData()).isEqualTo(Value.string("hi").description());
    }
  }
}
