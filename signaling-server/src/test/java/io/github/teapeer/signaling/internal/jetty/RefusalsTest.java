package io.github.teapeer.signaling.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.signaling.internal.realm.Credentials;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final Credentials ANNA = new Credentials("peerjs", "anna", "T");
  private static final Credentials BERT = new Credentials("peerjs", "bert", "T");

  private record Task(long at, Runnable task) {}

  private final List<Task> tasks = new ArrayList<>();
  private final List<String> diary = new ArrayList<>();
  private long now;
  private final Refusals refusals =
      new Refusals((millis, task) -> tasks.add(new Task(now + millis, task)));

  private Refusals.Stream stream(String name) {
    return new Refusals.Stream() {
      @Override
      public void start() {
        diary.add(name + " starts");
      }

      @Override
      public void closeSilently() {
        diary.add(name + " is silent");
      }
    };
  }

  private void pass(long millis) {
    now += millis;
    List<Task> due = tasks.stream().filter(each -> each.at() <= now).toList();
    tasks.removeAll(due);
    due.forEach(each -> each.task().run());
  }

  @Test
  void aStreamAloneTellsAfterAWhile() {
    refusals.refused(ANNA, stream("a"));
    pass(Refusals.STREAM_MILLIS - 1);
    assertThat(diary).isEmpty();

    pass(1);
    assertThat(diary).containsExactly("a starts");
    refusals.refused(ANNA);
    assertThat(diary).containsExactly("a starts");
  }

  @Test
  void aStreamIsSilentIfItsSocketTellsMeanwhile() {
    refusals.refused(ANNA, stream("a"));
    refusals.refused(BERT);
    assertThat(diary).isEmpty();

    refusals.refused(ANNA);
    assertThat(diary).containsExactly("a is silent", "a starts");
  }

  @Test
  void aStreamIsSilentIfItsSocketHasTold() {
    refusals.refused(ANNA);
    refusals.refused(ANNA);
    pass(Refusals.SOCKET_MILLIS - 1);
    refusals.refused(ANNA, stream("a"));
    assertThat(diary).containsExactly("a is silent", "a starts");

    pass(1);
    refusals.refused(ANNA, stream("b"));
    pass(Refusals.STREAM_MILLIS);
    assertThat(diary).containsExactly("a is silent", "a starts", "b starts");
    assertThat(tasks).isEmpty();
  }

  @Test
  void ofTwoStreamsOnlyOneWaits() {
    refusals.refused(ANNA, stream("a"));
    refusals.refused(ANNA, stream("b"));
    assertThat(diary).containsExactly("b starts");

    pass(Refusals.STREAM_MILLIS);
    assertThat(diary).containsExactly("b starts", "a starts");
  }
}
