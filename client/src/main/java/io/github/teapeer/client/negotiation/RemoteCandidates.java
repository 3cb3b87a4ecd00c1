package io.github.teapeer.client.negotiation;

import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import org.teavm.jso.JSObject;

/**
 * The candidates of the other side; they wait for its description, before which an
 * RTCPeerConnection refuses them.
 */
public final class RemoteCandidates {
  private final int most;
  private final JSObject early = Values.newArray();

  /** How many came since the last description. */
  private int count;

  /** What takes them; null as long as they have to wait. */
  private RTCPeerConnection peerConnection;

  /**
   * None so far.
   *
   * @param most how many a description may have; more are dropped
   */
  public RemoteCandidates(int most) {
    this.most = most;
  }

  /**
   * Adds one. What the platform refuses is of no use and does no harm.
   *
   * @param candidate the RTCIceCandidateInit that the other side sent
   */
  public void add(JSObject candidate) {
    if (count++ >= most) {
      return;
    }
    if (peerConnection == null) {
      Values.push(early, candidate);
    } else {
      peerConnection.addIceCandidate(candidate).then(added -> {}, refused -> {});
    }
  }

  /** A peer connection has the description, or another one. */
  void release(RTCPeerConnection described) {
    count = 0;
    if (peerConnection == null) {
      peerConnection = described;
      JSObject candidates = early;
      for (int i = 0; i < Values.length(candidates); i++) {
        add(Values.at(candidates, i));
      }
    }
  }
}
