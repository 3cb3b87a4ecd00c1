package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.page.PageCall;
import io.github.teapeer.selenium.page.PageConnection;
import io.github.teapeer.selenium.page.PageDataConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Connections of every kind between two peers: of data and of media, dialled from either side.
 *
 * @param ties all of them
 */
public record Ties(List<Tie> ties) {
  /**
   * The two ends of one connection.
   *
   * @param one the end of the first peer
   * @param other the end of the second
   */
  public record Tie(PageConnection one, PageConnection other) {
    private Tie reversed() {
      return new Tie(other, one);
    }
  }

  /** Makes them, and returns when all are open. */
  public static Ties make(OpenPeer one, OpenPeer other) {
    List<Tie> ties = new ArrayList<>();
    ties.add(connect(one, other));
    ties.add(connect(other, one).reversed());
    ties.add(call(one, other));
    ties.add(call(other, one).reversed());
    return new Ties(List.copyOf(ties));
  }

  /** Waits until every end of the second peer's has raised {@code close} as its next event. */
  public void takeOtherCloses() {
    ties.forEach(tie -> tie.other().take("close"));
  }

  /**
   * The same, where the network has failed.
   *
   * @param second the second peer
   */
  public void takeOtherEndings(OpenPeer second) {
    ties.forEach(tie -> Ending.take(second.peer(), tie.other()));
  }

  /** Waits until every end of the first peer's has raised {@code close} as its next event. */
  public void takeOwnCloses() {
    ties.forEach(tie -> tie.one().take("close"));
  }

  /** Closes them one after the other at the first peer's end; both ends are told of each. */
  public void closeOneByOne() {
    for (Tie tie : ties) {
      tie.one().close();
      tie.one().take("close");
      tie.other().take("close");
    }
  }

  private static Tie connect(OpenPeer from, OpenPeer to) {
    PageDataConnection outgoing = from.peer().connect(to.id(), Map.of());
    PageDataConnection incoming = to.peer().takeConnection();
    outgoing.take("open");
    incoming.take("open");
    return new Tie(outgoing, incoming);
  }

  private static Tie call(OpenPeer from, OpenPeer to) {
    PageCall outgoing = from.peer().call(to.id(), Map.of());
    PageCall incoming = to.peer().takeCall();
    incoming.answer();
    takeStream(outgoing);
    takeStream(incoming);
    // By its channel an end sees that the other has gone.
    outgoing.awaitNote("willCloseOnRemote");
    incoming.awaitNote("willCloseOnRemote");
    return new Tie(outgoing, incoming);
  }

  private static void takeStream(PageCall end) {
    for (int i = 0; i < OldPeers.streamEvents(end.page().library()); i++) {
      end.takeStream();
    }
  }
}
