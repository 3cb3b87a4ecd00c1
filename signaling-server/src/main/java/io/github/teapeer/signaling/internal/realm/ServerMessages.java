package io.github.teapeer.signaling.internal.realm;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Every message the server writes, letter for letter as PeerServer 1.0 does if it has the same one.
 */
final class ServerMessages {
  static final String OPEN = "{\"type\":\"OPEN\"}";
  static final String INCOMPLETE = error("No id, token, or key supplied to websocket server");
  static final String INVALID_KEY = error("Invalid key provided");
  static final String FULL = error("Server has reached its concurrent user limit");
  static final String ID_TAKEN = "{\"type\":\"ID-TAKEN\",\"payload\":{\"msg\":\"ID is taken\"}}";

  /** Asks a client of SkyWay for a PONG. */
  static final String PING = "{\"type\":\"PING\"}";

  /**
   * Tells a page that its key is registered for others. PeerJS shows it to the page as an {@code
   * invalid-key}.
   */
  static final String INVALID_ORIGIN =
      "{\"type\":\"INVALID-KEY\",\"payload\":{\"msg\":\"The key is not registered for this origin\"}}";

  private ServerMessages() {}

  /**
   * An error that ends the connection. PeerJS shows the text to the page as a {@code server-error}.
   */
  static String error(String text) {
    return "{\"type\":\"ERROR\",\"payload\":{\"msg\":" + quote(text) + "}}";
  }

  /** Tells {@code peer} that {@code lost} is gone: PeerJS closes all its connections with it. */
  static String leave(String lost, String peer) {
    return relayed(MessageType.LEAVE, quote(lost), quote(peer), "");
  }

  /** Tells {@code sender} that what it sent to {@code unreachable} could not be delivered. */
  static String expire(String unreachable, String sender) {
    return relayed(MessageType.EXPIRE, quote(unreachable), quote(sender), "");
  }

  /**
   * A message from one client to another.
   *
   * @param quotedSrc the sender's id as JSON text
   * @param quotedDst the receiver's id as JSON text
   * @param payload JSON text, or empty for none
   */
  static String relayed(MessageType type, String quotedSrc, String quotedDst, String payload) {
    // In one expression, which is made in its place without a copy.
    return payload.isEmpty()
        ? "{\"type\":\"" + type.name() + "\",\"src\":" + quotedSrc + ",\"dst\":" + quotedDst + "}"
        : "{\"type\":\""
            + type.name()
            + "\",\"src\":"
            + quotedSrc
            + ",\"dst\":"
            + quotedDst
            + ",\"payload\":"
            + payload
            + "}";
  }

  /** A text as JSON. */
  static String quote(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
