package io.github.teapeer.jso.webrtc;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A way between two peers.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcicecandidatepair">WebRTC, RTCIceCandidatePair</a>
 */
public interface RTCIceCandidatePair extends JSObject {
  /** {@return the candidate here} */
  @JSProperty
  RTCIceCandidate getLocal();

  /** {@return the candidate of the other side} */
  @JSProperty
  RTCIceCandidate getRemote();
}
