package io.github.teapeer.selenium.stage;

import static io.github.teapeer.selenium.browser.BrowserKind.CHROMIUM;
import static io.github.teapeer.selenium.browser.BrowserKind.FIREFOX;
import static io.github.teapeer.selenium.page.Library.OURS;
import static io.github.teapeer.selenium.page.Library.PEERJS_1_5_5;
import static io.github.teapeer.selenium.server.ServerKind.NPM_PEER_1_0_2;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.server.ServerKind;
import java.util.List;
import java.util.stream.Stream;

/** The settings that the tests go through. */
public final class Settings {
  private static final List<BrowserKind> BROWSERS = List.of(CHROMIUM, FIREFOX);
  private static final List<ServerKind> SERVERS = List.of(ServerKind.OURS, NPM_PEER_1_0_2);

  private Settings() {}

  /**
   * Our library with itself, calling PeerJS 1.5.5 and called by it; in every pair of browsers;
   * through each of today's servers. And as a control, which must show the same with nothing of
   * ours in the pages, PeerJS 1.5.5 with itself in one pair of browsers.
   */
  public static Stream<Setting> pairs() {
    return Stream.of(
            withOurCaller(),
            inEveryBrowser(PEERJS_1_5_5, OURS),
            throughTodaysServers(new Side(PEERJS_1_5_5, CHROMIUM), new Side(PEERJS_1_5_5, FIREFOX)))
        .flatMap(settings -> settings);
  }

  /** Our library with itself in every pair of browsers; and the control, as in {@link #pairs}. */
  public static Stream<Setting> ourPairs() {
    return Stream.concat(
        inEveryBrowser(OURS, OURS),
        throughTodaysServers(new Side(PEERJS_1_5_5, CHROMIUM), new Side(PEERJS_1_5_5, FIREFOX)));
  }

  /**
   * Our library calling every published PeerJS and called by it, both in the same kind of browser;
   * in Chromium through one server, in Firefox through the other.
   */
  public static Stream<Setting> generations() {
    return Stream.concat(
        withGenerations(CHROMIUM, CHROMIUM, NPM_PEER_1_0_2),
        withGenerations(FIREFOX, FIREFOX, ServerKind.OURS));
  }

  /** The same, in different browsers. */
  public static Stream<Setting> mixedGenerations() {
    return Stream.concat(
        withGenerations(CHROMIUM, FIREFOX, ServerKind.OURS),
        withGenerations(FIREFOX, CHROMIUM, NPM_PEER_1_0_2));
  }

  /** Our library connecting to itself and to PeerJS 1.5.5. */
  public static Stream<Setting> withOurCaller() {
    return Stream.concat(inEveryBrowser(OURS, OURS), inEveryBrowser(OURS, PEERJS_1_5_5));
  }

  /** Our library with itself: each browser calls the other, through one of the servers. */
  public static Stream<Setting> ours() {
    return bothWays(OURS, OURS);
  }

  /** Our library calling PeerJS 1.5.5: each browser calls the other, through one of the servers. */
  public static Stream<Setting> stockCallees() {
    return bothWays(OURS, PEERJS_1_5_5);
  }

  /** Every published PeerJS calling ours, in every pair of browsers, through one of the servers. */
  public static Stream<Setting> stockCallers() {
    return Stream.concat(generations(), mixedGenerations())
        .filter(setting -> setting.callee().library() == OURS);
  }

  private static Stream<Setting> bothWays(Library caller, Library callee) {
    return Stream.of(
        new Setting(new Side(caller, CHROMIUM), new Side(callee, FIREFOX), ServerKind.OURS),
        new Setting(
            new Side(caller, FIREFOX), new Side(callee, CHROMIUM), ServerKind.NPM_PEER_1_0_2));
  }

  /**
   * Ours and PeerJS 1.5.5 in every browser with each of today's servers, where one side is enough.
   */
  public static Stream<Setting> singles() {
    return Stream.of(OURS, PEERJS_1_5_5).flatMap(Settings::singlesOf);
  }

  /** Our library in every browser with each of today's servers, where one side is enough. */
  public static Stream<Setting> ourSingles() {
    return singlesOf(OURS);
  }

  private static Stream<Setting> withGenerations(
      BrowserKind our, BrowserKind their, ServerKind server) {
    Side ours = new Side(OURS, our);
    return Library.STOCK.stream()
        .map(library -> new Side(library, their))
        .flatMap(
            theirs ->
                Stream.of(new Setting(ours, theirs, server), new Setting(theirs, ours, server)));
  }

  private static Stream<Setting> singlesOf(Library library) {
    return BROWSERS.stream()
        .map(browser -> new Side(library, browser))
        .flatMap(side -> throughTodaysServers(side, side));
  }

  private static Stream<Setting> inEveryBrowser(Library caller, Library callee) {
    return BROWSERS.stream()
        .map(browser -> new Side(caller, browser))
        .flatMap(
            from ->
                BROWSERS.stream()
                    .map(browser -> new Side(callee, browser))
                    .flatMap(to -> throughTodaysServers(from, to)));
  }

  private static Stream<Setting> throughTodaysServers(Side caller, Side callee) {
    return SERVERS.stream().map(server -> new Setting(caller, callee, server));
  }
}
