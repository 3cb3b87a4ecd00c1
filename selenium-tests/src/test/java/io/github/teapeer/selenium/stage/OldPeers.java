package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;

/**
 * What is known of published versions of PeerJS in today's browsers, beside the values they lose.
 */
public final class OldPeers {
  private OldPeers() {}

  /**
   * Whether a version takes part in a connection with {@code reliable: true}. Today's Firefox does
   * not show 0.3.14 that its channels are SCTP, and what it then does instead fails: as a caller it
   * throws, as a callee it never answers. Without the option, its channels are as reliable.
   */
  public static boolean opensReliably(Library library, BrowserKind browser) {
    return library != Library.PEERJS_0_3_14 || browser != BrowserKind.FIREFOX;
  }
}
