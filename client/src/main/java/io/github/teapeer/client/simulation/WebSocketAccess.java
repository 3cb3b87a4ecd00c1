package io.github.teapeer.client.simulation;

/** What happens to the WebSockets that a page opens. */
public enum WebSocketAccess {
  /** They work. */
  FREE,
  /** A proxy answers something else: they fail after a round trip. */
  REFUSED,
  /** A firewall drops them: nothing ever happens. */
  DROPPED,
  /** They open, and then nothing gets through. */
  DEAF,
  /** They open, and are cut off a moment later. */
  CUT,
  /** The browser has none: making one throws. */
  MISSING
}
