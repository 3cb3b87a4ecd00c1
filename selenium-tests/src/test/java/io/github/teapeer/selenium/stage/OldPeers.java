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

  /** How often {@code stream} is raised for one of audio and video: from 1.x on, for each track. */
  public static int streamEvents(Library library) {
    return library == Library.OURS || library == Library.PEERJS_0_3_14 ? 1 : 2;
  }

  /**
   * Whether it throws an error that nothing catches when a call comes with a channel, by which 1.5
   * and ours see that the other side hangs up. The call goes on.
   */
  public static boolean throwsAtTheChannelOfACall(Library library) {
    return Library.UP_TO_1_4.contains(library);
  }

  /**
   * Whether it closes one connection when the other side says so, and keeps the others with that
   * peer. To 0.3.14 there is no way of saying it.
   */
  public static boolean closesOneOfSeveral(Library library) {
    return library != Library.PEERJS_0_3_14;
  }
}
