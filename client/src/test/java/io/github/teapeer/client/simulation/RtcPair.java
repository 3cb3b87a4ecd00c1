package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;

/** Two peer connections whose candidates go to each other by themselves. */
final class RtcPair {
  final Simulation simulation;
  final SimulatedPlatform leftPage;
  final SimulatedPlatform rightPage;
  final RTCPeerConnection left;
  final RTCPeerConnection right;

  /** The channels that each side was told of. */
  final List<RTCDataChannel> leftIncoming = new ArrayList<>();

  final List<RTCDataChannel> rightIncoming = new ArrayList<>();

  RtcPair(Simulation simulation) {
    this(simulation, simulation.newPage("left"), simulation.newPage("right"));
  }

  RtcPair(Simulation simulation, SimulatedPlatform leftPage, SimulatedPlatform rightPage) {
    this.simulation = simulation;
    this.leftPage = leftPage;
    this.rightPage = rightPage;
    left = leftPage.newPeerConnection(null);
    right = rightPage.newPeerConnection(null);
    left.setOndatachannel(event -> leftIncoming.add(event.getChannel()));
    right.setOndatachannel(event -> rightIncoming.add(event.getChannel()));
    trickle(left, right);
    trickle(right, left);
  }

  private void trickle(RTCPeerConnection from, RTCPeerConnection to) {
    List<JSObject> early = new ArrayList<>();
    from.setOnicecandidate(
        event -> {
          if (event.getCandidate() != null) {
            early.add(event.getCandidate().toJSON());
          }
          if (to.getRemoteDescription() != null) {
            early.forEach(candidate -> to.addIceCandidate(candidate).then(x -> {}, x -> {}));
            early.clear();
          }
        });
    to.addEventListener(
        "signalingstatechange",
        event -> {
          if (to.getRemoteDescription() != null) {
            early.forEach(candidate -> to.addIceCandidate(candidate).then(x -> {}, x -> {}));
            early.clear();
          }
        });
  }

  <T extends JSObject> T await(Promise<T> promise) {
    return Settled.value(simulation, promise);
  }

  /** The left side offers, the right side answers. */
  void negotiate() {
    negotiate(left, right);
  }

  void negotiate(RTCPeerConnection offerer, RTCPeerConnection answerer) {
    RTCSessionDescription offer = await(offerer.createOffer(null));
    await(offerer.setLocalDescription(offer));
    await(answerer.setRemoteDescription(offer));
    RTCSessionDescription answer = await(answerer.createAnswer());
    await(answerer.setLocalDescription(answer));
    await(offerer.setRemoteDescription(answer));
  }

  /** Opens a channel from left to right; answers both ends of it. */
  List<RTCDataChannel> open(RTCDataChannelInit options) {
    RTCDataChannel opened = left.createDataChannel("test", options);
    if (left.getSctp() == null) {
      negotiate();
    }
    int before = rightIncoming.size();
    simulation.runUntil(
        () -> opened.getReadyState().equals("open") && rightIncoming.size() > before, 10_000);
    return List.of(opened, rightIncoming.get(before));
  }

  /** Waits until both sides are connected. */
  void untilConnected() {
    simulation.runUntil(
        () ->
            left.getConnectionState().equals("connected")
                && right.getConnectionState().equals("connected"),
        10_000);
  }
}
