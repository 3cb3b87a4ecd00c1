package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import java.util.Map;
import java.util.UUID;

/** A peer that is open, and its id. */
public record OpenPeer(PagePeer peer, String id) {
  /**
   * Creates one, and waits until it is open.
   *
   * @param name what the test calls it, unique in its page
   */
  public static OpenPeer create(TestPage page, String name, Map<String, ?> options) {
    PagePeer peer = page.createPeer(name, name + "-" + UUID.randomUUID(), options);
    return new OpenPeer(peer, peer.takeOpen());
  }
}
