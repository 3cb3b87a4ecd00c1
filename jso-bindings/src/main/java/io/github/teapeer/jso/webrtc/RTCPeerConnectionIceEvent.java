package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.Event;
import org.teavm.jso.JSProperty;

/**
 * Tells of a local candidate.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcpeerconnectioniceevent">WebRTC,
 *     RTCPeerConnectionIceEvent</a>
 */
public interface RTCPeerConnectionIceEvent extends Event {
  /**
   * The candidate.
   *
   * @return the candidate, or null when gathering has ended
   */
  @JSProperty
  RTCIceCandidate getCandidate();
}
