package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.Negotiator;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.signaling.SignalingMessage;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** What the other side of a connection says to it by way of the server. */
final class IncomingSignals {
  private IncomingSignals() {}

  /** A message that belongs to a connection. */
  static void handle(Connection connection, SignalingMessage message) {
    connection.recovery().peerIsThere();
    JSObject payload = message.payload();
    if (message.type().equals(MessageType.CANDIDATE)) {
      candidate(connection, payload);
    } else if (connection.negotiator() != null) {
      description(connection, message.type(), payload);
    }
  }

  private static void candidate(Connection connection, JSObject payload) {
    JSObject extension = Extension.of(payload);
    String end = Values.getString(extension, Extension.END);
    if (Values.getBoolean(extension, Extension.RESTART)) {
      connection.recovery().asked();
    } else if (end == null) {
      connection.candidates().add(Values.get(payload, "candidate"));
    } else {
      connection.endedByOther(end, Values.get(extension, Extension.REASON));
    }
  }

  private static void description(Connection connection, String messageType, JSObject payload) {
    Negotiator negotiator = connection.negotiator();
    int round = Extension.roundOf(payload);
    JSObject description = Values.get(payload, "sdp");
    if (messageType.equals(MessageType.OFFER)) {
      if (connection.remote().renegotiates()) {
        connection.recovery().begunByOther();
        negotiator.acceptOffer(description, round);
      }
    } else if (negotiator.awaitsAnswer(round)) {
      negotiator.acceptAnswer(description);
      if (round == 0) {
        connection.remote().learn(payload);
        connection.answered();
      }
    }
  }
}
