package io.github.teapeer.jso.browser;

import static io.github.teapeer.jso.browser.Await.fulfilled;

import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCConfiguration;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;

/** Two peer connections in one page, and the exchange of descriptions and candidates. */
final class ConnectedPair implements AutoCloseable {
  final RTCPeerConnection offering = RTCPeerConnection.create(RTCConfiguration.create());
  final RTCPeerConnection answering = RTCPeerConnection.create(null);

  ConnectedPair() {
    trickle(offering, answering);
    trickle(answering, offering);
  }

  private static void trickle(RTCPeerConnection from, RTCPeerConnection to) {
    from.setOnicecandidate(
        event -> {
          if (!Values.isNull(event.getCandidate())) {
            to.addIceCandidate(event.getCandidate());
          }
        });
  }

  void negotiate() {
    RTCSessionDescription offer = fulfilled(offering.createOffer(null));
    fulfilled(answering.setRemoteDescription(offer));
    RTCSessionDescription answer = fulfilled(answering.createAnswer());
    // Candidates appear once a local description is set, when the other side is ready for them.
    fulfilled(offering.setLocalDescription(offer));
    fulfilled(offering.setRemoteDescription(answer));
    fulfilled(answering.setLocalDescription(answer));
  }

  @Override
  public void close() {
    offering.close();
    answering.close();
  }
}
