package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.browser.BrowserSession;
import io.github.teapeer.selenium.machine.PageProcess;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.samples.Volume;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.OpenPeer;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A gibibyte passes from one page to another while neither of their processes grows by more than a
 * little. Each page has a browser of its own that has done nothing before: what an earlier test
 * left would be memory that is used again.
 */
@ExtendWith(StageExtension.class)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class ConstantMemoryTest {
  private static final Volume GIBIBYTE = new Volume(1024);

  /** How many bytes come between two looks, for each of which a script may take a minute. */
  private static final long PORTION = GIBIBYTE.size() / 16;

  /** The most that a channel may buffer before messages wait, and a chunk in its frame. */
  private static final int BUFFERED = (1 << 20) + (1 << 16) + 128;

  private static final double MEGABYTES = 150;

  @Test
  void aBlobArrivesAsABlobInChromium(Stage stage) {
    try (End sender = new End(stage, BrowserKind.CHROMIUM);
        End receiver = new End(stage, BrowserKind.CHROMIUM)) {
      sender.connect(receiver);
      pass(sender, "sendVolume", receiver, "collectVolume");
      assertThat(receiver.connection.finish("collectVolume"))
          .isEqualTo("{\"type\": \"Blob\",\"size\": %d}".formatted(GIBIBYTE.size()));
      sender.checkMemory();
      receiver.checkMemory();
      assertThat(receiver.connection.perform("sumCollected", Map.of()))
          .isEqualTo("\"%s\"".formatted(GIBIBYTE.checksum()));
      sender.page.events().assertExhausted();
      receiver.page.events().assertExhausted();
    }
  }

  private static void pass(End sender, String send, End receiver, String receive) {
    sender.process.resetPeak();
    receiver.process.resetPeak();
    receiver.connection.begin(receive, Map.of());
    sender.connection.begin(send, Map.of("parts", GIBIBYTE.parts()));
    for (long bytes = PORTION; bytes <= GIBIBYTE.size(); bytes += PORTION) {
      receiver.connection.perform("arrived", Map.of("bytes", bytes));
    }
    assertThat(Integer.parseInt(sender.connection.finish(send))).isBetween(1 << 20, BUFFERED);
  }

  /** A browser with a page, and a peer with a connection in it. */
  private static final class End implements AutoCloseable {
    private final BrowserSession browser;
    private final Stage stage;
    private final TestPage page;
    private final OpenPeer peer;
    private PageDataConnection connection;
    private PageProcess process;
    private double before;

    End(Stage stage, BrowserKind kind) {
      this.stage = stage;
      browser = kind.start();
      try {
        page = stage.load(browser, Library.OURS);
        peer = OpenPeer.create(page, "end", Map.of("port", stage.server(ServerKind.OURS).port()));
      } catch (RuntimeException | AssertionError e) {
        browser.close();
        throw e;
      }
    }

    void connect(End other) {
      open(peer.peer().connect(other.peer.id(), Map.of()));
      other.open(other.peer.peer().takeConnection());
    }

    private void open(PageDataConnection opened) {
      connection = opened;
      connection.take("open");
      process = PageProcess.find(() -> connection.perform("work", Map.of("milliseconds", 500)));
      before = process.memory();
    }

    void checkMemory() {
      assertThat(process.peakMemory() - before).as("growth of %s", page).isLessThan(MEGABYTES);
    }

    @Override
    public void close() {
      stage.forget(page);
      browser.close();
    }
  }
}
