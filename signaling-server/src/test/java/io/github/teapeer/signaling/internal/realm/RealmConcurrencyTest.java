package io.github.teapeer.signaling.internal.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.SignalingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RealmConcurrencyTest {
  private static final int SENDERS = 4;
  private static final int MESSAGES = 5_000;

  /** Keeps what it gets, in the order in which it got it. */
  private static final class Recorder implements Connection {
    final List<String> got = new ArrayList<>();

    @Override
    public synchronized void send(String message, Runnable whenRoom) {
      got.add(message);
      whenRoom.run();
    }

    @Override
    public void close() {}

    @Override
    public void abort() {}

    synchronized List<String> got() {
      return List.copyOf(got);
    }
  }

  private final Realm realm =
      new Realm(
          new RealmSettings(
              "peerjs",
              Duration.ofMinutes(5),
              Duration.ofMinutes(5),
              Optional.empty(),
              100,
              () -> "id",
              SignalingLimits.defaults()
                  .withMaxHeldPerSender(MESSAGES)
                  .withMaxHeldPerReceiver(SENDERS * MESSAGES),
              SignalingListener.NONE),
          () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));

  @Test
  void everyMessageReachesAReceiverThatComesAndGoesOnceAndInOrderAndAfterAnOpen() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    List<Future<?>> sending = new ArrayList<>();
    List<Recorder> visits = new ArrayList<>();
    try {
      for (int sender = 0; sender < SENDERS; sender++) {
        Client client = join("s" + sender, new Recorder());
        sending.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < MESSAGES; i++) {
                    realm.receive(client, candidate(i), reads::incrementAndGet);
                  }
                }));
      }
      while (!sending.stream().allMatch(Future::isDone)) {
        Recorder visit = new Recorder();
        visits.add(visit);
        Client visitor = join("visitor", visit);
        realm.disconnected(visitor, visit, Departure.CLOSED);
      }
    } finally {
      threads.shutdown();
    }
    for (Future<?> each : sending) {
      each.get();
    }
    Recorder last = new Recorder();
    join("visitor", last);
    visits.add(last);

    assertThat(reads).hasValue(SENDERS * MESSAGES);
    int[] next = new int[SENDERS];
    int arrived = 0;
    for (Recorder visit : visits) {
      assertThat(visit.got().get(0)).isEqualTo("{\"type\":\"OPEN\"}");
      for (String message : visit.got().subList(1, visit.got().size())) {
        int sender = message.charAt(message.indexOf("\"src\":\"s") + 8) - '0';
        assertThat(message).endsWith("\"payload\":" + next[sender] + "}");
        next[sender]++;
        arrived++;
      }
    }
    assertThat(arrived).isEqualTo(SENDERS * MESSAGES);
  }

  private Client join(String id, Connection connection) {
    return realm.connect(new Credentials("peerjs", id, "T"), connection).orElseThrow();
  }

  private static String candidate(int number) {
    return "{\"type\":\"CANDIDATE\",\"dst\":\"visitor\",\"payload\":" + number + "}";
  }
}
