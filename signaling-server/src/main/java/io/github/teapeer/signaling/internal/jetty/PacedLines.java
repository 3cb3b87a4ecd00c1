package io.github.teapeer.signaling.internal.jetty;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Lines for PeerJS 0.3, which looks at one line whenever its browser reports that something has
 * come, and browsers report that every 50 ms at most. Of two lines that come together it leaves the
 * second where it is until something else comes. So
 *
 * <ul>
 *   <li>each line is written by itself, 60 ms after the one before;
 *   <li>the last one of several stays unfinished for a while, and gets a space every now and then,
 *       each of which makes the reader look at a line that it may have left. Spaces behind a
 *       message are no part of it; an empty line would stop this reader for good.
 * </ul>
 */
final class PacedLines implements Lines {
  static final long PACE_MILLIS = 60;

  /** After so long the reader has looked at the last line. */
  static final long QUIET_MILLIS = 300;

  /** So many lines may wait for their turn. */
  private static final int BACKLOG = 64;

  /** So many spaces come at the usual pace at most: two minutes of them. */
  private static final int MOST_SPACES = 2_000;

  /** How long to wait before each of the spaces behind those of the usual pace. */
  private static final long[] SLOW_SPACES_MILLIS = {100, 300};

  private final Deque<String> waiting = new ArrayDeque<>();
  private long lastWrite = Long.MIN_VALUE / 2;

  /** How many lines were written without a pause. */
  private int burst;

  /** Whether the last line has not got its end yet. */
  private boolean unfinished;

  /** How many spaces it has got. */
  private int spaces;

  private boolean hurried;

  @Override
  public void add(String message) {
    waiting.add(message);
  }

  @Override
  public Optional<Write> next(long now) {
    String message = waiting.peek();
    if (waiting.size() > BACKLOG) {
      List<String> excess = waiting.stream().limit(waiting.size() - BACKLOG).toList();
      String text = (unfinished ? "\n" : "") + String.join("\n", excess) + "\n";
      return Optional.of(new Write(text, now, excess));
    }
    if (message != null) {
      boolean end = waiting.size() > 1 || isQuiet(now);
      String text = (unfinished ? "\n" : "") + message + (end ? "\n" : "");
      return Optional.of(new Write(text, lastWrite + PACE_MILLIS, List.of(message)));
    }
    if (!unfinished) {
      return Optional.empty();
    }
    // Each line may need one, and every other one may be missed.
    int slow = spaces - Math.min(2 * burst, MOST_SPACES);
    if (hurried || slow >= SLOW_SPACES_MILLIS.length) {
      return Optional.of(new Write("\n", hurried ? now : lastWrite + PACE_MILLIS, List.of()));
    }
    long pause = slow < 0 ? PACE_MILLIS : SLOW_SPACES_MILLIS[slow];
    return Optional.of(new Write(" ", lastWrite + pause, List.of()));
  }

  private boolean isQuiet(long now) {
    return !unfinished && now - lastWrite >= QUIET_MILLIS;
  }

  @Override
  public void written(Write write, long now) {
    if (!write.messages().isEmpty()) {
      int lines = write.messages().size();
      burst = isQuiet(now) ? lines : burst + lines;
      spaces = 0;
      write.messages().forEach(message -> waiting.remove());
      unfinished = !write.text().endsWith("\n");
    } else if (write.text().equals(" ")) {
      spaces++;
    } else {
      unfinished = false;
    }
    lastWrite = now;
  }

  @Override
  public List<String> takeUnwritten() {
    List<String> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }

  @Override
  public boolean isForgetful() {
    return true;
  }

  @Override
  public void hurry() {
    hurried = true;
  }
}
