package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageDataConnection;
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

/** Five megabytes in chunks. What arrives is compared by its SHA-256, which Java computes too. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#pairs")
@ExtendWith(StageExtension.class)
class LargeTransferTest {
  private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;
  private static final int THERE = 42;
  private static final int BACK = 4242;

  @Parameter Setting setting;

  @Test
  void aFileOfFiveMegabytesArrivesUnchangedAndAnotherComesBack(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of("reliable", true));
      ends.outgoing().send(file(THERE));
      checkArrives(ends.incoming(), THERE);
      ends.incoming().send(file(BACK));
      checkArrives(ends.outgoing(), BACK);
    }
  }

  @Test
  void fiveMegabytesPassEachOtherInBothDirectionsAtOnce(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of("reliable", true));
      ends.outgoing().send(Value.randomArrayBuffer(THERE, FIVE_MEGABYTES));
      ends.incoming().send(Value.randomArrayBuffer(BACK, FIVE_MEGABYTES));
      checkArrives(ends.incoming(), THERE);
      checkArrives(ends.outgoing(), BACK);
    }
  }

  private static Value file(int seed) {
    return Value.randomFile("five.bin", "application/octet-stream", seed, FIVE_MEGABYTES);
  }

  /** 1.5.5 hands out what came in chunks as it was put together, a Uint8Array. */
  private static void checkArrives(PageDataConnection receiver, int seed) {
    Library library = receiver.page().library();
    Value expected =
        library.isStock()
            ? Value.randomView("Uint8Array", seed, FIVE_MEGABYTES)
            : Value.randomArrayBuffer(seed, FIVE_MEGABYTES);
    assertThat(receiver.takeData()).isEqualTo(expected.description());
  }
}
