package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageDataConnection;
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

/** Large data that is never in memory at once, with progress, backpressure and a way out. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#ours")
@ExtendWith(StageExtension.class)
class StreamedTransferTest {
  private static final int MEGABYTE = 1 << 20;
  private static final Map<String, ?> LARGE = Map.of("size", 64 * MEGABYTE);
  private static final Map<String, ?> PIPED = Map.of("size", 12 * MEGABYTE);

  @Parameter Setting setting;

  /** As {@code transfers.js} tells it: with the five bytes that BinaryPack adds. */
  private static String progress(int size, int frames) {
    return "{\"events\": %d,\"transferred\": %2$d,\"total\": %2$d,\"grows\": true}"
        .formatted(frames, size + 5);
  }

  @Test
  void aLargeBlobArrivesAsABlobWithProgressOnBothSides(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of());
      PageDataConnection sender = ends.outgoing();
      ends.incoming().begin("receive", Map.of("binaryType", "blob"));
      String progress = progress(64 * MEGABYTE, 1024);
      assertThat(sender.perform("send", LARGE))
          .isEqualTo(
              "{\"outcome\": \"fulfilled\",\"progress\": %s,\"calm\": true,\"left\": 0}"
                  .formatted(progress));
      assertThat(ends.incoming().finish("receive"))
          .isEqualTo(
              "{\"type\": \"Blob\",\"progress\": %s,\"digest\": %s}"
                  .formatted(progress, sender.perform("digest", LARGE)));
    }
  }

  @Test
  void aSlowReaderHoldsTheWriterBackAndTheEndOfThePipeIsTheEndOfTheConnection(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of());
      PageDataConnection writer = ends.outgoing();
      PageDataConnection reader = ends.incoming();
      assertThat(reader.perform("hesitate", Map.of())).isEqualTo("true");
      writer.begin("pipe", PIPED);
      assertThat(writer.perform("held", Map.of())).isEqualTo("1");
      assertThat(reader.perform("read", Map.of()))
          .isEqualTo(
              "{\"digest\": %s,\"several\": true}".formatted(writer.perform("digest", PIPED)));
      assertThat(writer.finish("pipe")).isEqualTo("false");
      writer.take("close");
      reader.take("close");
    }
  }

  @Test
  void aTransferThatIsAbortedDoesNotArriveAndTheNextOneDoes(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of());
      ends.incoming().begin("receive", Map.of("binaryType", "arraybuffer"));
      assertThat(
              ends.outgoing().perform("abort", Map.of("size", 8 * MEGABYTE, "after", "the next")))
          .isEqualTo("[\"aborted\",\"fulfilled\",\"aborted\"]");
      assertThat(ends.incoming().finish("receive")).isEqualTo("\"the next\"");
    }
  }
}
