package io.github.teapeer.client.peer;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** What goes wrong with a connection, in words. */
final class ConnectionErrors {
  private ConnectionErrors() {}

  /** No way to the other side works, or none works any more. */
  static PeerError noWay(String peer, String why) {
    return new PeerError(
        PeerErrorType.NEGOTIATION_FAILED,
        "Negotiation of connection to " + peer + " failed: " + why,
        null);
  }

  /** The platform refused a step. */
  static PeerError notSetUp(String peer, JSObject cause) {
    return new PeerError(
        PeerErrorType.WEBRTC, "The connection to " + peer + " could not be set up", cause);
  }

  /** The connection has ended. */
  static PeerError closed(String peer) {
    return new PeerError(
        PeerErrorType.CONNECTION_CLOSED, "Connection to " + peer + " closed.", null);
  }

  /** The connection is not open yet, or not any more. */
  static PeerError notOpen() {
    return new PeerError(
        PeerErrorType.NOT_OPEN_YET,
        "Connection is not open. You should listen for the `open` event before sending"
            + " messages.",
        null);
  }

  /** What was to be sent, or what came, cannot be converted. */
  static PeerError badData(String peer, JSObject cause) {
    return new PeerError(
        PeerErrorType.BAD_DATA, "Data of " + peer + " could not be converted", cause);
  }

  /** A message did not arrive as a whole. */
  static PeerError dropped(String peer, String why, int received, int total) {
    return new PeerError(
        PeerErrorType.BAD_DATA,
        "A message of "
            + peer
            + " was dropped with "
            + Values.asText(received)
            + " of "
            + Values.asText(total)
            + " chunks: "
            + why,
        null);
  }

  /** The other side does not take a message of this size. */
  static PeerError tooBig(String peer) {
    return new PeerError(
        PeerErrorType.MESSAGE_TOO_BIG, "The message is larger than " + peer + " takes", null);
  }

  /** The application ended the sending of a value. */
  static PeerError aborted(String peer, JSObject cause) {
    return new PeerError(PeerErrorType.ABORTED, "Sending to " + peer + " was aborted", cause);
  }
}
