package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.NegotiationListener;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCTrackEvent;
import org.teavm.jso.JSObject;

/** Hands what a negotiator tells to the part of the connection that it concerns. */
final class NegotiationEvents implements NegotiationListener {
  private final Connection connection;

  NegotiationEvents(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void localDescription(String messageType, JSObject description, int round) {
    connection.signals().description(messageType, description, round);
    if (round > 0 && messageType.equals(MessageType.OFFER)) {
      connection.repeater().offered();
    }
  }

  @Override
  public void localCandidate(JSObject candidate) {
    connection.signals().candidate(candidate);
  }

  @Override
  public void remoteChannel(RTCDataChannel channel) {
    if (connection.dataChannel() == null) {
      connection.useChannel(channel);
    }
  }

  @Override
  public void remoteTrack(RTCTrackEvent event) {
    connection.trackReceived(event);
  }

  @Override
  public void renegotiated() {
    connection.renegotiated();
  }

  @Override
  public void iceStateChanged(String iceState) {
    connection.listener().onIceStateChanged(iceState);
    // Who is told may close it.
    if (connection.state() != Connection.State.CLOSED) {
      connection.recovery().iceStateChanged(iceState);
    }
  }

  @Override
  public void remoteClosed() {
    connection.finish();
  }

  @Override
  public void connectionFailed() {
    connection.recovery().failed();
  }

  @Override
  public void negotiationFailed(JSObject cause) {
    connection.webRtcFailed(cause);
  }

  @Override
  public void transformFailed(RuntimeException thrown) {
    connection.webRtcFailed(connection.owner().platform().errorOf(thrown));
  }
}
