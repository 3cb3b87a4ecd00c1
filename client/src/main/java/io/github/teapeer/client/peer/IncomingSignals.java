package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.Negotiator;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.signaling.SignalingMessage;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** What the other side of a connection says to it by way of the server. */
final class IncomingSignals {
  private final Connection connection;
  private final RemoteClient remote;
  private final PathRecovery recovery;

  /** Candidates that came before there is a negotiator. */
  private final JSObject early = Values.newArray();

  IncomingSignals(Connection connection, RemoteClient remote, PathRecovery recovery) {
    this.connection = connection;
    this.remote = remote;
    this.recovery = recovery;
  }

  /** There is a negotiator: what came for it meanwhile follows. */
  void negotiatorMade() {
    for (int i = 0; i < Values.length(early); i++) {
      connection.negotiator().addCandidate(Values.at(early, i));
    }
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
      addCandidate(Values.get(payload, "candidate"));
    } else {
      connection.endedByOther(end, Values.get(extension, Extension.REASON));
    }
  }

  private void addCandidate(JSObject candidate) {
    if (connection.negotiator() != null) {
      connection.negotiator().addCandidate(candidate);
    } else if (Values.length(early) < connection.owner().limits().getPendingMessages()) {
      Values.push(early, candidate);
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
    } else if (negotiator.acceptAnswer(description, round) && round == 0) {
      remote.learn(payload);
      connection.answered();
    }
  }
}
