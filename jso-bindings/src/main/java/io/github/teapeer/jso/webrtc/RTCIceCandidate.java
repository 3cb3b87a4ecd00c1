package io.github.teapeer.jso.webrtc;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A way to reach a peer.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcicecandidate-interface">WebRTC,
 *     RTCIceCandidate</a>
 */
public interface RTCIceCandidate extends JSObject {
  /**
   * The candidate attribute of RFC 8839, section 5.1.
   *
   * @return the attribute; empty for the end of candidates
   */
  @JSProperty
  String getCandidate();

  /**
   * The media description that the candidate belongs to.
   *
   * @return its identification, or null
   */
  @JSProperty
  String getSdpMid();

  /**
   * The candidate as an RTCIceCandidateInit.
   *
   * @return a plain object
   */
  JSObject toJSON();
}
