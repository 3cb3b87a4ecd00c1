package io.github.teapeer.selenium.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The events of one page, for a test to take in the order in which each source raised them. What a
 * test has not taken is unexpected: see {@link #assertExhausted()}.
 */
public final class EventLog {
  private static final Duration DEADLINE = Duration.ofSeconds(40);
  private static final Duration ONE_REQUEST = Duration.ofSeconds(5);

  private final TestPage page;
  private final List<Event> all = new ArrayList<>();
  private final List<Event> untaken = new ArrayList<>();

  EventLog(TestPage page) {
    this.page = page;
  }

  /**
   * Waits for the source's next event, which must be the one named.
   *
   * @throws AssertionError when the source raises another event first, or none within forty seconds
   */
  public Event take(String source, String name) {
    Event event = takeNext(source, name);
    if (!event.name().equals(name)) {
      throw new AssertionError("Expected %s %s. %s".formatted(source, name, story()));
    }
    return event;
  }

  private Event takeNext(String source, String expected) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    Optional<Event> next = nextOf(source);
    while (next.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "No event of %s, expected %s. %s".formatted(source, expected, story()));
      }
      fetch(ONE_REQUEST);
      next = nextOf(source);
    }
    untaken.remove(next.get());
    return next.get();
  }

  /**
   * Waits for the source's event of that name, and takes it with those that came before.
   *
   * @param mayPrecede the names of events that may come before, as often as they like
   * @return all of them, the one of that name last
   */
  List<Event> takeAfterAny(String source, String name, Set<String> mayPrecede) {
    List<Event> taken = new ArrayList<>();
    Event event;
    do {
      event = takeNext(source, name);
      if (!event.name().equals(name) && !mayPrecede.contains(event.name())) {
        throw new AssertionError("Did not expect %s. %s".formatted(event, story()));
      }
      taken.add(event);
    } while (!event.name().equals(name));
    return taken;
  }

  /**
   * Takes all events so far of a source and a name that say something: for what may happen, and how
   * often, by chance.
   */
  void takeAny(String source, String name, String words) {
    fetchAll();
    untaken.removeIf(
        event ->
            event.source().equals(source)
                && event.name().equals(name)
                && event.arguments().get(0).text().contains(words));
  }

  /**
   * Checks that the test has taken every event that has been raised by now.
   *
   * @throws AssertionError naming those that it has not
   */
  public void assertExhausted() {
    fetchAll();
    assertThat(untaken).as(() -> "Events that the test did not expect. " + story()).isEmpty();
  }

  /** All that happened in the page, in order, for the reader of a failure. */
  public String story() {
    fetch(Duration.ZERO);
    return "%s saw:%n%s%nand noted:%n%s"
        .formatted(page, lines(all), lines((List<?>) page.run("diagnostics", Map.of())));
  }

  private Optional<Event> nextOf(String source) {
    return untaken.stream().filter(event -> event.source().equals(source)).findFirst();
  }

  private void fetchAll() {
    page.run("settled", Map.of());
    fetch(Duration.ZERO);
  }

  private void fetch(Duration patience) {
    Object entries =
        page.run("entriesFrom", Map.of("index", all.size(), "timeout", patience.toMillis()));
    for (Object entry : (List<?>) entries) {
      Event event = Event.fromJson((Map<?, ?>) entry);
      all.add(event);
      untaken.add(event);
    }
  }

  private static String lines(List<?> items) {
    return items.stream().map(item -> "  " + item + "\n").collect(Collectors.joining());
  }
}
