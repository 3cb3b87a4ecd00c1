package io.github.teapeer.signaling.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.util.thread.TryExecutor;
import org.junit.jupiter.api.Test;

class LanesTest {
  /** What was given to the threads, which run it when the test says so. */
  private final Queue<Runnable> threads = new ArrayDeque<>();

  private final List<String> ran = new ArrayList<>();
  private boolean stopped;
  private final Lanes lanes =
      new Lanes(
          new TryExecutor() {
            @Override
            public void execute(Runnable task) {
              if (stopped) {
                throw new RejectedExecutionException();
              }
              threads.add(task);
            }

            @Override
            public boolean tryExecute(Runnable task) {
              return false;
            }
          },
          Socket.class::isInstance,
          2);

  private record Socket(Runnable reading) implements Runnable {
    @Override
    public void run() {
      reading.run();
    }
  }

  private Socket socket(String name) {
    return new Socket(() -> ran.add(name));
  }

  @Test
  void fewSocketsAreReadFromAtATime() {
    List.of("a", "b", "c", "d").forEach(name -> lanes.execute(socket(name)));
    assertThat(threads).hasSize(2);
    threads.remove().run();
    assertThat(ran).containsExactly("a", "b", "c", "d");
    threads.remove().run();
    assertThat(ran).hasSize(4);
  }

  @Test
  void aLaneIsThereAgainWhenItsSocketsHaveBeenReadFrom() {
    lanes.execute(socket("a"));
    threads.remove().run();
    lanes.execute(socket("b"));
    lanes.execute(socket("c"));
    assertThat(threads).hasSize(2);
  }

  @Test
  void aSocketThatFailsDoesNotKeepOthersFromBeingReadFrom() {
    lanes.execute(
        new Socket(
            () -> {
              throw new IllegalStateException("thrown on purpose by a test");
            }));
    lanes.execute(socket("b"));
    threads.remove().run();
    assertThat(ran).containsExactly("b");
  }

  @Test
  void whatIsNoSocketIsRunAtOnce() {
    List.of("a", "b", "c").forEach(name -> lanes.execute(() -> ran.add(name)));
    assertThat(threads).hasSize(3);
  }

  @Test
  void whatCannotBeRunIsRejected() {
    stopped = true;
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(RejectedExecutionException.class)
          .isThrownBy(() -> lanes.execute(socket("a")));
    }
    stopped = false;
    lanes.execute(socket("b"));
    threads.remove().run();
    assertThat(ran).containsExactly("b");
  }
}
