package io.github.teapeer.client.negotiation;

import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import org.teavm.jso.JSObject;

/**
 * The candidates of the other side; they wait for its description, before which an
 * RTCPeerConnection refuses them.
 */
public final class RemoteCandidates {
  private final int maxEarly;
  private final JSObject early = Values.newArray();

  /** What takes them; null as long as they have to wait. */
  private RTCPeerConnection peerConnection;

  /**
   * None so far.
   *
   * @param maxEarly how many wait for their description; more are dropped
   */
  public RemoteCandidates(int maxEarly) {
    this.maxEarly = maxEarly;
  }

  /**
   * Adds one. What the platform refuses is of no use and does no harm.
   *
   * @param candidate the RTCIceCandidateInit that the other side sent
   */
  public void add(JSObject candidate) {
    if (peerConnection != null) {
      peerConnection.addIceCandidate(candidate).then(added -> {}, refused -> {});
    } else if (Values.length(early) < maxEarly) {
      Values.push(early, candidate);
    }
  }

  /** A peer connection has the description. */
  void release(RTCPeerConnection described) {
    if (peerConnection == null) {
      peerConnection = described;
      for (int i = 0; i < Values.length(early); i++) {
        add(Values.at(early, i));
      }
    }
  }
}
