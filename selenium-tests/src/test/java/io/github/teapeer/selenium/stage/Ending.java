package io.github.teapeer.selenium.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.Description;
import io.github.teapeer.selenium.page.Event;
import io.github.teapeer.selenium.page.PageConnection;
import io.github.teapeer.selenium.page.PagePeer;
import java.util.List;

/** The end of a connection whose network has failed. */
public final class Ending {
  private Ending() {}

  /**
   * Waits until an end of a connection is closed. It may first be told that another way is looked
   * for, and why it ends, which then its peer is told, too.
   *
   * @return the errors
   */
  public static List<Description> take(PagePeer peer, PageConnection end) {
    List<Description> errors =
        end.takeAfterAny("close", "reconnecting", "error").stream()
            .filter(event -> event.name().equals("error"))
            .map(Ending::error)
            .toList();
    for (Description error : errors) {
      assertThat(peer.takeError()).isEqualTo(error);
    }
    return errors;
  }

  private static Description error(Event event) {
    return event.arguments().get(0);
  }
}
