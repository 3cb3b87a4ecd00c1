package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.page.PageDataConnection;
import java.util.List;
import java.util.Map;

/**
 * A peer in each of two households. {@link #close()} checks that the test has taken every event of
 * both pages.
 *
 * @param first the one in the first household
 * @param second the one in the second
 */
public record LabPair(OpenPeer first, OpenPeer second) implements AutoCloseable {
  /** Has each connect to the other, and returns when each has been given its end. */
  public List<DataPair> dialBothWays() {
    PageDataConnection fromFirst = first.peer().connect(second.id(), Map.of());
    PageDataConnection fromSecond = second.peer().connect(first.id(), Map.of());
    return List.of(
        new DataPair(fromFirst, second.peer().takeConnection()),
        new DataPair(fromSecond, first.peer().takeConnection()));
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
    first.peer().page().events().assertExhausted();
    second.peer().page().events().assertExhausted();
  }
}
