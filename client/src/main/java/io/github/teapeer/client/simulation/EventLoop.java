package io.github.teapeer.client.simulation;

import java.util.ArrayDeque;
import java.util.PriorityQueue;

/**
 * Virtual time. Tasks run one after the other in the order of their times; tasks of the same time
 * run in the order in which they were scheduled, so that nothing depends on chance. After every
 * task, and after every callback of a page, the microtasks run.
 */
final class EventLoop {
  /** One millisecond in the unit of the clock. */
  static final long MILLISECOND = 1000;

  /** A task that waits for its time. */
  static final class Task implements Comparable<Task> {
    private final long time;
    private final long order;
    private Runnable action;

    private Task(long time, long order, Runnable action) {
      this.time = time;
      this.order = order;
      this.action = action;
    }

    /** Makes sure that the task does not run; nothing happens if it ran already. */
    void cancel() {
      action = null;
    }

    /** Whether the task has neither run nor been cancelled. */
    boolean isPending() {
      return action != null;
    }

    @Override
    public int compareTo(Task other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Task> tasks = new PriorityQueue<>();
  private final ArrayDeque<Runnable> microtasks = new ArrayDeque<>();
  private long now;
  private long scheduled;
  private long steps;
  private long stepLimit = Long.MAX_VALUE;
  private boolean running;

  /** The time since the world began, in microseconds. */
  long now() {
    return now;
  }

  /** The number of tasks and microtasks that have run. */
  long steps() {
    return steps;
  }

  /** Makes the loop throw {@link LivelockException} when it has taken this many steps more. */
  void allowSteps(long count) {
    stepLimit = steps + count;
  }

  /** Whether a task or a microtask is running: whether callbacks may be called. */
  boolean isRunning() {
    return running;
  }

  /** Runs something as soon as possible, after everything that is due already. */
  Task queue(Runnable action) {
    return schedule(0, action);
  }

  /** Runs something later, after a delay in microseconds. */
  Task schedule(long delay, Runnable action) {
    Task task = new Task(now + Math.max(0, delay), scheduled++, action);
    tasks.add(task);
    return task;
  }

  /** Runs something after the present callback, before every task. */
  void queueMicrotask(Runnable action) {
    microtasks.add(action);
  }

  /** When the next task is due, or {@link Long#MAX_VALUE} where there is none. */
  long nextTime() {
    if (!microtasks.isEmpty()) {
      return now;
    }
    while (!tasks.isEmpty() && !tasks.peek().isPending()) {
      tasks.poll();
    }
    return tasks.isEmpty() ? Long.MAX_VALUE : tasks.peek().time;
  }

  /** Runs the next task and its microtasks; the clock goes to its time. */
  void step() {
    running = true;
    try {
      if (microtasks.isEmpty() && nextTime() != Long.MAX_VALUE) {
        Task task = tasks.poll();
        now = task.time;
        Runnable action = task.action;
        task.action = null;
        count();
        action.run();
      }
      runMicrotasks();
    } finally {
      running = false;
    }
  }

  /** Lets time pass up to a moment that no task is due before. */
  void advanceTo(long time) {
    now = Math.max(now, time);
  }

  /** Runs all microtasks, as a browser does when a callback has returned. */
  void runMicrotasks() {
    while (!microtasks.isEmpty()) {
      count();
      microtasks.poll().run();
    }
  }

  private void count() {
    if (++steps > stepLimit) {
      throw new LivelockException();
    }
  }

  /** Thrown where a world does not come to rest. */
  static final class LivelockException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
