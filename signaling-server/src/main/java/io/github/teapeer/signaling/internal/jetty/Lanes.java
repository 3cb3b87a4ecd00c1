package io.github.teapeer.signaling.internal.jetty;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.eclipse.jetty.util.thread.TryExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what a server runs, but few WebSockets at a time. Those that come here are read from in
 * turn: they have sent so much at once that the thread which noticed it goes on with others ({@link
 * Turns}), or have waited for room. However many flood the server, they get a part of the processor
 * only, and each the same.
 */
final class Lanes implements TryExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final TryExecutor threads;
  private final Predicate<Runnable> narrow;
  private final int width;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  /**
   * @param threads where everything is run in the end
   * @param narrow which tasks are WebSockets
   * @param width how many of them at a time
   */
  Lanes(TryExecutor threads, Predicate<Runnable> narrow, int width) {
    this.threads = threads;
    this.narrow = narrow;
    this.width = width;
  }

  @Override
  public void execute(Runnable task) {
    if (!narrow.test(task)) {
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
    for (Runnable task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (RejectedExecutionException stopping) {
        LOG.debug("The server does not run any more", stopping);
      } catch (Throwable failure) { // or the lane would be lost for all
        LOG.warn("A socket failed", failure);
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
