package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.page.PageDataConnection;
import java.util.List;
import java.util.Map;

/**
 * A peer in each of two households. {@link #close()} checks that the test has taken every event of
 * both pages.
 *
 * @param chromium the one in Chromium
 * @param firefox the one in Firefox
 */
public record LabPair(OpenPeer chromium, OpenPeer firefox) implements AutoCloseable {
  /** Has each connect to the other, and returns when each has been given its end. */
  public List<DataPair> dialBothWays() {
    PageDataConnection fromChromium = chromium.peer().connect(firefox.id(), Map.of());
    PageDataConnection fromFirefox = firefox.peer().connect(chromium.id(), Map.of());
    return List.of(
        new DataPair(fromChromium, firefox.peer().takeConnection()),
        new DataPair(fromFirefox, chromium.peer().takeConnection()));
  }

  /** Connects both ways, and returns when all ends are open. */
  public List<DataPair> connectBothWays() {
    List<DataPair> pairs = dialBothWays();
    for (DataPair pair : pairs) {
      pair.outgoing().take("open");
      pair.incoming().take("open");
    }
    return pairs;
  }

  @Override
  public void close() {
    chromium.peer().page().events().assertExhausted();
    firefox.peer().page().events().assertExhausted();
  }
}
