package io.github.teapeer.selenium.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.Event;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.Value;
import java.util.List;

/** An open connection whose network fails for a while: what both ends send then, and are told. */
public final class Outage {
  private static final Value MESSAGE = Value.string("in the dark");

  private final End outgoing;
  private final End incoming;

  /** Of a connection both of whose ends have no untaken events. */
  public Outage(DataPair ends) {
    outgoing = new End(ends.outgoing());
    incoming = new End(ends.incoming());
  }

  /** Sends from both ends. */
  public void send() {
    outgoing.connection.send(MESSAGE);
    incoming.connection.send(MESSAGE);
  }

  /** Waits until both ends have got what was sent. */
  public void receive() {
    outgoing.receive();
    incoming.receive();
  }

  /** Waits until each end that was told that it is being reconnected is told that it has been. */
  public void awaitEnd() {
    outgoing.awaitEnd();
    incoming.awaitEnd();
  }

  /** How often the two ends have been told that they have been reconnected. */
  public List<Integer> reconnections() {
    return List.of(outgoing.reconnections, incoming.reconnections);
  }

  private static final class End {
    private final PageDataConnection connection;
    private boolean away;
    private int reconnections;

    End(PageDataConnection connection) {
      this.connection = connection;
    }

    void receive() {
      List<Event> events = take("data");
      assertThat(events.get(events.size() - 1).arguments()).containsExactly(MESSAGE.description());
    }

    void awaitEnd() {
      if (away) {
        take("reconnected");
      }
    }

    private List<Event> take(String name) {
      List<Event> events = connection.takeAfterAny(name, "reconnecting", "reconnected");
      for (Event event : events) {
        if (event.name().startsWith("reconnect")) {
          assertThat(event.name()).isEqualTo(away ? "reconnected" : "reconnecting");
          reconnections += away ? 1 : 0;
          away = !away;
        }
      }
      return events;
    }
  }
}
