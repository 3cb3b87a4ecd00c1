package io.github.teapeer.signaling.internal.jetty;

import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.util.thread.TryExecutor;
import org.eclipse.jetty.websocket.core.WebSocketConnection;

/**
 * Runs what a server runs, but few WebSockets at a time. Those that come here are read from in
 * turn: they have sent so much at once that the thread which noticed it goes on with others ({@link
 * Turns}), or have waited for room. However many flood the server, they get a part of the processor
 * only, and each the same.
 */
final class Lanes implements TryExecutor {
  private final TryExecutor threads;
  private final int width;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  /**
   * @param threads where everything is run in the end
   * @param width how many WebSockets at a time
   */
  Lanes(TryExecutor threads, int width) {
    this.threads = threads;
    this.width = width;
  }

  @Override
  public void execute(Runnable task) {
    if (!(task instanceof WebSocketConnection)) {
      threads.execute(task);
      return;
    }
    synchronized (waiting) {
      waiting.add(task);
      if (running == width) {
        return;
      }
      running++;
    }
    try {
      threads.execute(this::runWaiting);
    } catch (RuntimeException stopping) {
      synchronized (waiting) {
        running--;
        waiting.remove(task);
      }
      throw stopping;
    }
  }

  @Override
  public boolean tryExecute(Runnable task) {
    return threads.tryExecute(task);
  }

  private void runWaiting() {
    boolean done = false;
    try {
      for (Runnable task = next(); task != null; task = next()) {
        task.run();
      }
      done = true;
    } finally {
      if (!done) {
        threads.execute(this::runWaiting); // a failure is for the pool to report; others go on
      }
    }
  }

  /** What is to be run next; null if that was all. */
  private Runnable next() {
    synchronized (waiting) {
      Runnable next = waiting.poll();
      if (next == null) {
        running--;
      }
      return next;
    }
  }
}
