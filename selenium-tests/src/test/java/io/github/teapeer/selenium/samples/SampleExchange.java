package io.github.teapeer.selenium.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.TestPage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/** Sends samples from one end of a connection to the other, and checks what becomes of each. */
public final class SampleExchange {
  private final PageDataConnection sender;
  private final PageDataConnection receiver;
  private final SoftAssertions softly = new SoftAssertions();

  private SampleExchange(PageDataConnection sender, PageDataConnection receiver) {
    this.sender = sender;
    this.receiver = receiver;
  }

  /**
   * Sends all samples of the serialization and waits for them.
   *
   * @throws AssertionError naming every sample of which something else became
   */
  public static void check(
      PageDataConnection sender, PageDataConnection receiver, Serialization serialization) {
    SampleExchange exchange = new SampleExchange(sender, receiver);
    serialization.samples().stream().flatMap(exchange::bursts).forEach(exchange::checkBurst);
    exchange.softly.assertAll();
  }

  /** What may be sent without waiting in between. */
  private Stream<List<Sample>> bursts(List<Sample> group) {
    TestPage page = sender.page();
    return page.library().keepsOrder(page.browser().kind())
        ? Stream.of(group)
        : group.stream().map(List::of);
  }

  private void checkBurst(List<Sample> group) {
    List<Optional<String>> failures = sender.sendAll(group.stream().map(Sample::sent).toList());
    for (int i = 0; i < group.size(); i++) {
      checkOne(group.get(i), failures.get(i));
    }
  }

  private void checkOne(Sample sample, Optional<String> failure) {
    String what = "%s from %s to %s".formatted(sample.sent(), sender, receiver);
    Outcome outcome = sample.between(sender.page().library(), receiver.page().library());
    if (outcome instanceof Outcome.IsRefused refused) {
      softly
          .assertThat(failure)
          .as(what)
          .hasValueSatisfying(message -> assertThat(message).contains(refused.message()));
      return;
    }
    softly.assertThat(failure).as(what).isEmpty();
    if (outcome instanceof Outcome.Arrives arrives) {
      softly.assertThat(receiver.takeData()).as(what).isEqualTo(arrives.value().description());
    } else if (outcome instanceof Outcome.BreaksReceiver breaks) {
      softly.assertThat(receiver.page().takeFailure("error")).as(what).contains(breaks.message());
    } else if (outcome instanceof Outcome.IsReported reported) {
      softly.assertThat(sender.takeError().errorType()).as(what).isEqualTo(reported.type());
    }
  }
}
