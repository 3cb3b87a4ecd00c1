package io.github.teapeer.client.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What happened in a world: the last lines, and a digest of all of them. */
final class Trace {
  private static final int MAX_LINES = 20_000;

  private final EventLoop loop;
  private final Deque<String> lines = new ArrayDeque<>();
  private long digest = 1;

  Trace(EventLoop loop) {
    this.loop = loop;
  }

  void add(String who, String what) {
    String micros = Long.toString(loop.now() % EventLoop.MILLISECOND);
    String millis = Long.toString(loop.now() / EventLoop.MILLISECOND);
    String line = millis + "." + "0".repeat(3 - micros.length()) + micros + " " + who + ": " + what;
    digest = digest * 0x5DEECE66DL + line.hashCode();
    if (lines.size() == MAX_LINES) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  List<String> lastLines(int count) {
    return lines.stream().skip(Math.max(0, lines.size() - count)).toList();
  }

  long digest() {
    return digest;
  }
}
