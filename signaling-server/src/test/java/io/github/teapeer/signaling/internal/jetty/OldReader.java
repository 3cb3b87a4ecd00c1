package io.github.teapeer.signaling.internal.jetty;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a stream as PeerJS 0.3.14 does: whenever its browser reports that something has come, it
 * looks at one line. A line without an end is looked at once more the next time, and never again.
 * An empty line is where it stays.
 */
final class OldReader {
  private final StringBuilder come = new StringBuilder();
  private final List<String> read = new ArrayList<>();
  private int next = 1; // the padding is not looked at
  private int again = -1;

  /** Something has come, and is not reported yet. */
  void come(String text) {
    come.append(text);
  }

  /** The browser reports that something has come. */
  void report() {
    String[] lines = come.toString().split("\n", -1);
    if (again >= 0) {
      take(lines[again]);
      again = -1;
    }
    if (next < lines.length && !lines[next].isEmpty()) {
      boolean whole = next + 1 < lines.length;
      if (whole) {
        take(lines[next]);
      } else {
        again = next;
      }
      next++;
    }
  }

  private void take(String line) {
    String message = line.strip();
    if (message.startsWith("{") && message.endsWith("}")) {
      read.add(message);
    }
  }

  /** The messages that it has read. */
  List<String> read() {
    return List.copyOf(read);
  }
}
