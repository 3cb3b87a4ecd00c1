package io.github.teapeer.selenium.benchmark;

import io.github.teapeer.selenium.page.Library;
import java.util.Optional;

/** What is measured side by side. */
enum Contestant {
  /** This project's shipped script. */
  OURS("TeaPeer", "ours", Library.OURS),
  /** Today's PeerJS. */
  PEERJS("PeerJS 1.5.5", "peerjs", Library.PEERJS_1_5_5),
  /**
   * An RTCDataChannel with the least that moves the same values: what the browser itself can do.
   */
  BARE("bare channel", "bare", null);

  private final String title;
  private final String key;
  private final Library library;

  Contestant(String title, String key, Library library) {
    this.title = title;
    this.key = key;
    this.library = library;
  }

  /** Its name in tables. */
  String title() {
    return title;
  }

  /** Its name in the page. */
  String key() {
    return key;
  }

  /** The library that it is. */
  Optional<Library> library() {
    return Optional.ofNullable(library);
  }
}
