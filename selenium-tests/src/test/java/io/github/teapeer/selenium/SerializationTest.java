package io.github.teapeer.selenium;

import io.github.teapeer.selenium.samples.SampleExchange;
import io.github.teapeer.selenium.samples.Serialization;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of value through every serialization, from the caller and from the callee. {@link
 * InteroperabilityTest} does it with other libraries.
 */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#ourPairs")
@ExtendWith(StageExtension.class)
class SerializationTest {
  @Parameter Setting setting;

  @ParameterizedTest
  @EnumSource(
      value = Serialization.class,
      names = {"BINARY", "BINARY_UTF8", "JSON", "RAW"})
  void valuesArriveBothWays(Serialization serialization, Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends =
          pair.connect(Map.of("serialization", serialization.option(), "reliable", true));
      SampleExchange.check(ends.outgoing(), ends.incoming(), serialization);
      SampleExchange.check(ends.incoming(), ends.outgoing(), serialization);
    }
  }
}
