package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.Negotiator;
import io.github.teapeer.client.negotiation.RemoteCandidates;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.signaling.SignalingMessage;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** What the other side of a connection says to it by way of the server. */
final class IncomingSignals {
  private final Connection connection;
  private final RemoteClient remote;
  private final PathRecovery recovery;
  private final RemoteCandidates candidates;

  IncomingSignals(
      Connection connection,
      RemoteClient remote,
      PathRecovery recovery,
      RemoteCandidates candidates) {
    this.connection = connection;
    this.remote = remote;
    this.recovery = recovery;
    this.candidates = candidates;
  }

  /** A message that belongs to the connection. */
  void handle(SignalingMessage message) {
    recovery.peerIsThere();
    JSObject payload = message.payload();
    if (message.type().equals(MessageType.CANDIDATE)) {
      candidate(payload);
    } else if (connection.negotiator() != null) {
      description(message.type(), payload);
    }
  }

  private void candidate(JSObject payload) {
    JSObject extension = Extension.of(payload);
    String end = extension == null ? null : Values.getString(extension, Extension.END);
    if (extension != null && Values.getBoolean(extension, Extension.RESTART)) {
      recovery.asked();
    } else if (end == null) {
      candidates.add(Values.get(payload, "candidate"));
    } else {
      connection.endedByOther(end, Values.get(extension, Extension.REASON));
    }
  }

  private void description(String messageType, JSObject payload) {
    Negotiator negotiator = connection.negotiator();
    int round = Extension.roundOf(payload);
    JSObject description = Values.get(payload, "sdp");
    if (messageType.equals(MessageType.OFFER)) {
      if (remote.renegotiates()) {
        recovery.begunByOther();
        negotiator.acceptOffer(description, round);
      }
    } else if (negotiator.awaitsAnswer(round)) {
      negotiator.acceptAnswer(description);
      if (round == 0) {
        remote.learn(payload);
        connection.answered();
      }
    }
  }
}
