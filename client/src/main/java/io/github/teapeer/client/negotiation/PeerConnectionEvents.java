package io.github.teapeer.client.negotiation;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.webrtc.RTCDataChannelEvent;
import io.github.teapeer.jso.webrtc.RTCDtlsTransport;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCPeerConnectionIceEvent;
import io.github.teapeer.jso.webrtc.RTCRtpReceiver;
import io.github.teapeer.jso.webrtc.RTCTrackEvent;

/**
 * Tells what a peer connection does by itself, until its negotiator is closed. The on… attributes
 * are left to applications, which set them.
 */
final class PeerConnectionEvents {
  private PeerConnectionEvents() {}

  /** Begins to tell. */
  static void tell(
      Negotiator negotiator,
      RTCPeerConnection peerConnection,
      NegotiationListener listener,
      LocalCandidates found) {
    EventHandler<RTCPeerConnectionIceEvent> onCandidate =
        event -> {
          if (!negotiator.isClosed()) {
            found.found(event.getCandidate());
          }
        };
    EventHandler<RTCDataChannelEvent> onChannel =
        event -> {
          if (!negotiator.isClosed()) {
            listener.remoteChannel(event.getChannel());
          }
        };
    EventHandler<RTCTrackEvent> onTrack =
        event -> {
          if (!negotiator.isClosed()) {
            listener.remoteTrack(event);
          }
        };
    peerConnection.addEventListener("icecandidate", onCandidate);
    peerConnection.addEventListener("datachannel", onChannel);
    peerConnection.addEventListener("track", onTrack);
    peerConnection.addEventListener(
        "iceconnectionstatechange",
        event -> {
          if (!negotiator.isClosed()) {
            listener.iceStateChanged(peerConnection.getIceConnectionState());
          }
        });
    peerConnection.addEventListener(
        "connectionstatechange",
        event -> {
          if (negotiator.isClosed()) {
            return;
          }
          if (peerConnection.getConnectionState().equals("failed")) {
            listener.connectionFailed();
          } else {
            watchTransport(negotiator, peerConnection, listener);
          }
        });
  }

  /**
   * Of a call with PeerJS up to 1.4.7, which has no channel, this alone tells at once that the
   * other side hung up.
   */
  private static void watchTransport(
      Negotiator negotiator, RTCPeerConnection peerConnection, NegotiationListener listener) {
    Sequence<RTCRtpReceiver> receivers = peerConnection.getReceivers();
    RTCDtlsTransport transport = receivers.getLength() > 0 ? receivers.get(0).getTransport() : null;
    if (transport != null) {
      transport.setOnstatechange(
          event -> {
            if (!negotiator.isClosed() && transport.getState().equals("closed")) {
              listener.remoteClosed();
            }
          });
    }
  }
}
