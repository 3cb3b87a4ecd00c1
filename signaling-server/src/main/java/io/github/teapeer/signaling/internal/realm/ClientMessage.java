package io.github.teapeer.signaling.internal.realm;

/**
 * A message as a client sent it. Whatever else it held, a {@code src} above all, is left behind.
 *
 * @param type what it is
 * @param dst the id it is for, or empty if it named none
 * @param payload the payload's own JSON text, or empty if there was none
 */
record ClientMessage(MessageType type, String dst, String payload) {
  /** Whether it is to be passed on. What is not is for the server. */
  boolean isForPeer() {
    return !type.isSignOfLife() && !dst.isEmpty();
  }
}
