package io.github.teapeer.signaling.internal.jetty;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Lines for a reader that takes all there are at a time: they are written as soon as they come. */
final class PromptLines implements Lines {
  /** How many characters are written at a time; one message at least. */
  private static final int BATCH = 64 * 1024;

  private final Deque<String> waiting = new ArrayDeque<>();

  @Override
  public void add(String message) {
    waiting.add(message);
  }

  @Override
  public Optional<Write> next(long now) {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    List<String> messages = new ArrayList<>();
    for (String message : waiting) {
      if (!messages.isEmpty() && text.length() + message.length() > BATCH) {
        break;
      }
      messages.add(message);
      text.append(message).append('\n');
    }
    return Optional.of(new Write(text.toString(), now, messages));
  }

  @Override
  public void written(Write write, long now) {
    write.messages().forEach(message -> waiting.remove());
  }

  @Override
  public List<String> takeUnwritten() {
    List<String> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }

  @Override
  public boolean isForgetful() {
    return false;
  }

  @Override
  public void hurry() {}
}
