package io.github.teapeer.selenium.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.Event;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.Value;
import java.util.List;

/** An open connection whose network fails for a while: what both ends send then, and are told. */
public final class Outage {
  private static final Value IN_THE_DARK = Value.string("in the dark");
  private static final Value AFTERWARDS = Value.string("afterwards");

  private final End outgoing;
  private final End incoming;

  /** Of a connection both of whose ends have no untaken events. */
  public Outage(DataPair ends) {
    outgoing = new End(ends.outgoing());
    incoming = new End(ends.incoming());
  }

  /** Sends from both ends. */
  public void send() {
    send(IN_THE_DARK);
  }

  private void send(Value message) {
    outgoing.connection.send(message);
    incoming.connection.send(message);
  }

  /** Waits until both ends have got what was sent. */
  public void receive() {
    receive(IN_THE_DARK);
  }

  private void receive(Value message) {
    outgoing.receive(message);
    incoming.receive(message);
  }

  /**
   * Waits until each end that was told that it is being reconnected is told that it has been, sends
   * a message more each way and closes the connection. A browser may say that the network had
   * failed only after all of that has arrived: when closed, it no longer does.
   */
  public void closeOnceReconnected() {
    outgoing.awaitEnd();
    incoming.awaitEnd();
    send(AFTERWARDS);
    receive(AFTERWARDS);
    outgoing.connection.close();
    outgoing.take("close");
    incoming.take("close");
  }

  private static final class End {
    private final PageDataConnection connection;
    private boolean away;

    End(PageDataConnection connection) {
      this.connection = connection;
    }

    void receive(Value message) {
      List<Event> events = take("data");
      assertThat(events.get(events.size() - 1).arguments()).containsExactly(message.description());
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
          away = !away;
        }
      }
      return events;
    }
  }
}
