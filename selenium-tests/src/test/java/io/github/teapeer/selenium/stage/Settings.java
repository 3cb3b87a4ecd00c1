package io.github.teapeer.selenium.stage;

import static io.github.teapeer.selenium.browser.BrowserKind.CHROMIUM;
import static io.github.teapeer.selenium.browser.BrowserKind.FIREFOX;
import static io.github.teapeer.selenium.page.Library.PEERJS_1_5_5;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.server.ServerKind;
import java.util.List;
import java.util.stream.Stream;

/** The settings that the tests go through. */
public final class Settings {
  private record LibraryPair(Library caller, Library callee) {}

  private static final List<BrowserKind> BROWSERS = List.of(CHROMIUM, FIREFOX);

  private static final List<LibraryPair> LIBRARY_PAIRS =
      List.of(new LibraryPair(PEERJS_1_5_5, PEERJS_1_5_5));

  private Settings() {}

  /** Every pair of libraries, in every pair of browsers, through every server. */
  public static Stream<Setting> pairs() {
    return LIBRARY_PAIRS.stream()
        .flatMap(
            libraries ->
                browserPairs()
                    .flatMap(
                        browsers ->
                            servers()
                                .map(
                                    server ->
                                        new Setting(
                                            new Side(libraries.caller(), browsers.get(0)),
                                            new Side(libraries.callee(), browsers.get(1)),
                                            server))));
  }

  /** Every library in every browser with every server, where one side is enough. */
  public static Stream<Setting> singles() {
    return Stream.of(PEERJS_1_5_5)
        .flatMap(
            library ->
                BROWSERS.stream()
                    .map(browser -> new Side(library, browser))
                    .flatMap(side -> servers().map(server -> new Setting(side, side, server))));
  }

  private static Stream<List<BrowserKind>> browserPairs() {
    return BROWSERS.stream()
        .flatMap(caller -> BROWSERS.stream().map(callee -> List.of(caller, callee)));
  }

  private static Stream<ServerKind> servers() {
    return Stream.of(ServerKind.values());
  }
}
