package io.github.teapeer.signaling.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether PeerJS 0.3 reads every message once and in order, however its browser reports them. */
class PacedLinesTest {
  /** Browsers report that something has come so often at most. */
  private static final long REPORT_MILLIS = 50;

  private final PacedLines lines = new PacedLines();
  private final OldReader reader = new OldReader();
  private long now = 1_000_000;
  private long reported;
  private boolean unreported;

  /** Lets time pass; the page is busy until some moment, and reports nothing until then. */
  private void pass(long millis, long busyUntil) {
    for (long end = now + millis; now < end; now++) {
      for (Optional<Lines.Write> next = due(); next.isPresent(); next = due()) {
        lines.written(next.get(), now);
        reader.come(next.get().text());
        unreported = true;
      }
      if (unreported && now >= busyUntil && now - reported >= REPORT_MILLIS) {
        unreported = false;
        reported = now;
        reader.report();
      }
    }
  }

  private Optional<Lines.Write> due() {
    return lines.next(now).filter(write -> write.at() <= now);
  }

  private void begin() {
    reader.come("0000\n");
    reader.report();
  }

  private static String message(int number) {
    return "{\"n\":" + number + "}";
  }

  @Test
  void aMessageAfterSilenceIsAWholeLineAtOnce() {
    begin();
    lines.add(message(1));
    assertThat(due().map(Lines.Write::text)).contains(message(1) + "\n");
    pass(100, 0);

    assertThat(reader.read()).containsExactly(message(1));
    assertThat(lines.next(now)).isEmpty();
  }

  @Test
  void oneOfTwoMessagesThatComeTogetherWouldBeLeftOtherwise() {
    reader.come("0000\n" + message(1) + "\n" + message(2) + "\n");
    reader.report();

    assertThat(reader.read()).containsExactly(message(1));
  }

  @Test
  void everyMessageIsReadAFewMomentsLaterWhateverThePageDoes() {
    long first = System.nanoTime();
    for (long seed = first; seed < first + 300; seed++) {
      new PacedLinesTest().readEverything(new Random(seed), "seed " + seed);
    }
  }

  private void readEverything(Random random, String seed) {
    List<String> sent = new ArrayList<>();
    begin();
    for (int round = 0; round < 5; round++) {
      for (int burst = 1 + random.nextInt(12); burst > 0; burst--) {
        sent.add(message(sent.size()));
        lines.add(sent.get(sent.size() - 1));
        if (random.nextBoolean()) {
          pass(random.nextInt(150), now + random.nextInt(3) * 100L);
        }
      }
      pass(4_000, now + random.nextInt(400));
      assertThat(reader.read()).as(seed).isEqualTo(sent);
    }
  }

  @Test
  void moreThanTheReaderCanTakeIsWrittenAllTheSameAndReadInTheEnd() {
    List<String> sent = new ArrayList<>();
    begin();
    for (int i = 0; i < 300; i++) {
      sent.add(message(i));
      lines.add(message(i));
    }
    pass(5_000, 0);
    assertThat(lines.takeUnwritten()).isEmpty();

    pass(60_000, 0);
    assertThat(reader.read()).isEqualTo(sent);
    assertThat(lines.next(now)).isEmpty();
  }

  @Test
  void whatIsTakenOutIsNotWritten() {
    begin();
    lines.add(message(1));
    lines.add(message(2));
    lines.add(message(3));
    pass(1, 0);

    assertThat(lines.takeUnwritten()).containsExactly(message(2), message(3));
    pass(500, 0);
    assertThat(reader.read()).containsExactly(message(1));
    assertThat(lines.next(now)).isEmpty();
  }

  @Test
  void inAHurryTheLastLineIsFinishedAtOnce() {
    begin();
    lines.add(message(1));
    lines.add(message(2));
    pass(100, 0);
    assertThat(lines.next(now)).isPresent();

    lines.hurry();
    assertThat(due().map(Lines.Write::text)).contains("\n");
    pass(60, 0);
    assertThat(lines.next(now)).isEmpty();
    assertThat(reader.read()).containsExactly(message(1), message(2));
  }
}
