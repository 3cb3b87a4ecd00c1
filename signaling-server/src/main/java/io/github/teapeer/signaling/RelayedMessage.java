package io.github.teapeer.signaling;

import java.util.Objects;

/**
 * A message from one client to another, as a listener sees it.
 *
 * @param type {@code OFFER}, {@code ANSWER}, {@code CANDIDATE}, {@code LEAVE} or {@code EXPIRE}
 * @param src the id of the sender, vouched for by the server
 * @param dst the id of the receiver, who need not be connected
 * @param payload the payload as the JSON text the sender wrote, or the empty text if it sent none
 */
public record RelayedMessage(String type, String src, String dst, String payload) {
  /** Checks that no part is missing. */
  public RelayedMessage {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(src, "src");
    Objects.requireNonNull(dst, "dst");
    Objects.requireNonNull(payload, "payload");
  }
}
