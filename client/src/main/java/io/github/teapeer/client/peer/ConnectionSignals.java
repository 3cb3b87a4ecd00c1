package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.Refusal;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.transfer.Chunks;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** What a connection says to the other side by way of the server. */
final class ConnectionSignals {
  private final Peer owner;
  private final Connection connection;
  private boolean described;
  private boolean endIsKnown;

  ConnectionSignals(Peer owner, Connection connection) {
    this.owner = owner;
    this.connection = connection;
  }

  /** Sends a description; the round is 0 unless it renegotiates. */
  void description(String messageType, JSObject description, int round) {
    described = true;
    JSObject payload = newPayload();
    Values.set(payload, "sdp", description);
    JSObject extension = Extension.addTo(payload);
    Values.set(extension, Extension.RENEGOTIATES, true);
    Values.set(extension, Extension.CHUNK, Chunks.MAX_DATA_SIZE);
    if (round > 0) {
      Values.set(extension, Extension.ROUND, round);
    }
    // PeerJS up to 1.4.7 cuts large messages only if one side says that it is Chrome.
    Values.set(payload, "browser", "Chrome");
    if (messageType.equals(MessageType.OFFER)) {
      if (connection.metadata() != null) {
        Values.set(payload, "metadata", connection.metadata());
      }
      connection.describeOffer(payload);
    }
    owner.signal(messageType, connection.peer(), payload);
  }

  /** Sends a candidate. */
  void candidate(JSObject candidate) {
    JSObject payload = newPayload();
    Values.set(payload, "candidate", candidate);
    owner.signal(MessageType.CANDIDATE, connection.peer(), payload);
  }

  /** Says that the connection has ended, unless the other side knows. */
  void end(String end, JSObject reason) {
    if (endIsKnown) {
      return;
    }
    endIsKnown = true;
    if (connection.remote().mayBeOurs()) {
      JSObject payload = newPayload();
      JSObject extension = Extension.addTo(payload);
      Values.set(extension, Extension.END, end);
      if (reason != null) {
        Values.set(extension, Extension.REASON, reason);
      }
      tell(payload);
    } else {
      endStock();
    }
  }

  /** The other side knows that the connection has ended, or of no connection. */
  void endIsKnown() {
    endIsKnown = true;
  }

  /** Asks the side that dialled to restart ICE. */
  void askForRestart() {
    JSObject payload = newPayload();
    Values.set(Extension.addTo(payload), Extension.RESTART, 1);
    tell(payload);
  }

  /** Sends an extension: to PeerJS, which may be there unknown to us, a candidate without harm. */
  private void tell(JSObject payload) {
    JSObject candidate = Values.newObject();
    Values.set(candidate, "candidate", "");
    Values.set(candidate, "sdpMid", "0");
    Values.set(candidate, "sdpMLineIndex", 0);
    Values.set(payload, "candidate", candidate);
    owner.signal(MessageType.CANDIDATE, connection.peer(), payload);
  }

  /**
   * Tells PeerJS, which knows no message that ends one connection. From 1.0 on it closes one that
   * it gets a second OFFER for, before it looks what that offers: here nothing that it knows. 0.3
   * closes everything with a peer that leaves. All of them emit {@code close} only for what has
   * been answered.
   */
  private void endStock() {
    JSObject offer = described ? null : connection.remoteDescription();
    if (Values.isObject(offer)) {
      String sdp = Values.getString(offer, "sdp");
      if (sdp != null) {
        description(MessageType.ANSWER, Refusal.of(sdp), 0);
      }
    }
    if (!connection.remote().isOldest()) {
      JSObject payload = newPayload();
      Values.set(payload, "type", Extension.END);
      owner.signal(MessageType.OFFER, connection.peer(), payload);
    } else if (owner.isOnlyConnection(connection)) {
      owner.signal(MessageType.LEAVE, connection.peer(), null);
    }
  }

  private JSObject newPayload() {
    JSObject payload = Values.newObject();
    Values.set(payload, "type", connection.type());
    Values.set(payload, "connectionId", connection.connectionId());
    return payload;
  }
}
