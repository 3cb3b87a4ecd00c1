package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.samples.Outcome;
import io.github.teapeer.selenium.samples.Sample;
import io.github.teapeer.selenium.samples.Serialization;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of value through every serialization, from the caller and from the callee. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#pairs")
@ExtendWith(StageExtension.class)
class SerializationTest {
  @Parameter Setting setting;

  @Test
  void valuesArriveThroughBinary(Stage stage) {
    checkBothWays(stage, Serialization.BINARY);
  }

  @Test
  void valuesArriveThroughBinaryUtf8(Stage stage) {
    checkBothWays(stage, Serialization.BINARY_UTF8);
  }

  @Test
  void valuesArriveThroughJson(Stage stage) {
    checkBothWays(stage, Serialization.JSON);
  }

  @Test
  void valuesArriveThroughRaw(Stage stage) {
    checkBothWays(stage, Serialization.RAW);
  }

  private void checkBothWays(Stage stage, Serialization serialization) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends =
          pair.connect(Map.of("serialization", serialization.option(), "reliable", true));
      check(ends.outgoing(), ends.incoming(), serialization);
      check(ends.incoming(), ends.outgoing(), serialization);
    }
  }

  private static void check(
      PageDataConnection sender, PageDataConnection receiver, Serialization serialization) {
    SoftAssertions softly = new SoftAssertions();
    for (List<Sample> group : serialization.samples()) {
      List<Optional<String>> failures = sender.sendAll(group.stream().map(Sample::sent).toList());
      for (int i = 0; i < group.size(); i++) {
        checkOne(softly, sender.page().library(), receiver, group.get(i), failures.get(i));
      }
    }
    softly.assertAll();
  }

  private static void checkOne(
      SoftAssertions softly,
      Library sender,
      PageDataConnection receiver,
      Sample sample,
      Optional<String> failure) {
    TestPage page = receiver.page();
    Outcome outcome = sample.between(sender, page.library());
    if (outcome instanceof Outcome.IsRefused refused) {
      softly
          .assertThat(failure)
          .as(sample.toString())
          .hasValueSatisfying(message -> assertThat(message).contains(refused.message()));
      return;
    }
    softly.assertThat(failure).as(sample.toString()).isEmpty();
    if (outcome instanceof Outcome.Arrives arrives) {
      softly
          .assertThat(receiver.takeData())
          .as("%s sent by %s to %s", sample.sent(), sender, page)
          .isEqualTo(arrives.value().description());
    } else if (outcome instanceof Outcome.BreaksReceiver breaks) {
      softly.assertThat(page.takeFailure("error")).contains(breaks.message());
    }
  }
}
