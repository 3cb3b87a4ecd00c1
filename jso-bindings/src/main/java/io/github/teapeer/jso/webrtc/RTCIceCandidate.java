package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSBody;
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
   * Makes a candidate; browsers only.
   *
   * @param init what it holds
   * @return the candidate
   */
  @JSBody(params = "init", script = "return new RTCIceCandidate(init);")
  static RTCIceCandidate create(RTCIceCandidateInit init) {
    throw new UnsupportedOperationException("An RTCIceCandidate is made by the browser");
  }

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

  /** {@return the index of the media description, or −1 where it is not known} */
  default int getSdpMLineIndex() {
    return NativeMember.getInt(this, "sdpMLineIndex");
  }

  /** {@return the foundation of RFC 8445, section 5.1.1.3, or null} */
  default String getFoundation() {
    return NativeMember.getString(this, "foundation");
  }

  /** {@return {@code rtp} or {@code rtcp}, or null} */
  default String getComponent() {
    return NativeMember.getString(this, "component");
  }

  /** {@return the priority of RFC 8445, section 5.1.2; NaN where there is none} */
  default double getPriority() {
    return NativeMember.getDouble(this, "priority");
  }

  /** {@return the address, or null} */
  default String getAddress() {
    return NativeMember.getString(this, "address");
  }

  /** {@return {@code udp} or {@code tcp}, or null} */
  default String getProtocol() {
    return NativeMember.getString(this, "protocol");
  }

  /** {@return the port; −1 where there is none} */
  default int getPort() {
    return NativeMember.getInt(this, "port");
  }

  /** {@return {@code host}, {@code srflx}, {@code prflx} or {@code relay}, or null} */
  default String getType() {
    return NativeMember.getString(this, "type");
  }

  /** {@return {@code active}, {@code passive} or {@code so}; null unless the protocol is TCP} */
  default String getTcpType() {
    return NativeMember.getString(this, "tcpType");
  }

  /** {@return the address behind a relayed or reflexive one, or null} */
  default String getRelatedAddress() {
    return NativeMember.getString(this, "relatedAddress");
  }

  /** {@return the port behind a relayed or reflexive one; −1 where there is none} */
  default int getRelatedPort() {
    return NativeMember.getInt(this, "relatedPort");
  }

  /** {@return the ICE user name fragment, or null} */
  default String getUsernameFragment() {
    return NativeMember.getString(this, "usernameFragment");
  }

  /**
   * {@return how the relay is reached, {@code udp}, {@code tcp} or {@code tls}; null unless the
   * candidate is a local relayed one}
   */
  default String getRelayProtocol() {
    return NativeMember.getString(this, "relayProtocol");
  }

  /** {@return the server that the candidate came from, or null} */
  default String getUrl() {
    return NativeMember.getString(this, "url");
  }
}
