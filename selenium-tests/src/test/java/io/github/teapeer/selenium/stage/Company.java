package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.server.ServerKind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One peer that is about to leave, and two that stay, in Chromium and in Firefox, each with
 * connections of every kind to it.
 */
public final class Company {
  private static final URI ELSEWHERE = URI.create("about:blank");
  private static final int STAYING_SEAT = 0;

  /** The seat of the browser of the one who leaves, when it is one of the stage's. */
  public static final int LEAVING_SEAT = 1;

  private final Stage stage;
  private final TestPage leavingPage;
  private final OpenPeer leaver;
  private final List<OpenPeer> staying;
  private final List<Ties> ties;

  /**
   * Brings them together; returns when all connections are open.
   *
   * @param leavingPage a page that has just been loaded
   * @param staying the library of those who stay
   */
  public Company(Stage stage, TestPage leavingPage, Library staying, ServerKind server) {
    this.stage = stage;
    this.leavingPage = leavingPage;
    Map<String, ?> options = Map.of("port", stage.server(server).port());
    leaver = OpenPeer.create(leavingPage, "leaver", options);
    this.staying =
        Stream.of(BrowserKind.CHROMIUM, BrowserKind.FIREFOX)
            .map(browser -> stage.load(browser, STAYING_SEAT, staying))
            .map(page -> OpenPeer.create(page, "staying", options))
            .toList();
    ties = this.staying.stream().map(other -> Ties.make(leaver, other)).toList();
  }

  /** The one who leaves. */
  public OpenPeer leaver() {
    return leaver;
  }

  /** The connections with each of those who stay, whose are the other ends. */
  public List<Ties> ties() {
    return ties;
  }

  /**
   * Ends the leaver's page, and waits until all connections have closed on the other side.
   *
   * @param leave returns when the browser says that the page has gone
   * @return how long that has taken from then on
   */
  public Duration leavePage(Runnable leave) {
    leavingPage.events().assertExhausted();
    stage.forget(leavingPage);
    leave.run();
    long left = System.nanoTime();
    ties.forEach(Ties::takeOtherCloses);
    Duration took = Duration.ofNanos(System.nanoTime() - left);
    checkStaying();
    return took;
  }

  /** Has the leaver's browser go to another page; else as {@link #leavePage}. */
  public Duration goElsewhere() {
    return leavePage(() -> leavingPage.browser().navigate(ELSEWHERE));
  }

  /**
   * Has every connection and call closed, some at each end, and checks that both ends hear of it.
   */
  public void closeOneByOne() {
    ties.forEach(Ties::closeOneByOne);
    checkAll();
  }

  /** Checks that the pages of those who stay, and of the leaver, have shown nothing else. */
  public void checkAll() {
    leavingPage.events().assertExhausted();
    checkStaying();
  }

  private void checkStaying() {
    staying.forEach(other -> other.peer().page().events().assertExhausted());
  }
}
