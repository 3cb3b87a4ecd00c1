package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * A candidate; type {@code local-candidate} or {@code remote-candidate}.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtcicecandidatestats">WebRTC Statistics,
 *     RTCIceCandidateStats</a>
 */
public interface RTCIceCandidateStats extends RTCStats {
  /** {@return the identifier of the {@link RTCTransportStats}, or null where it is not known} */
  default String getTransportId() {
    return Values.getString(this, "transportId");
  }

  /** {@return the address, or null where it is not known} */
  default String getAddress() {
    return Values.getString(this, "address");
  }

  /** {@return the port; −1 where it is not known} */
  default int getPort() {
    return Values.getInt(this, "port", -1);
  }

  /** {@return {@code udp} or {@code tcp}, or null where it is not known} */
  default String getProtocol() {
    return Values.getString(this, "protocol");
  }

  /**
   * {@return {@code host}, {@code srflx}, {@code prflx} or {@code relay}, or null where it is not
   * known}
   */
  default String getCandidateType() {
    return Values.getString(this, "candidateType");
  }

  /** {@return the priority of RFC 8445, section 5.1.2; NaN where it is not known} */
  default double getPriority() {
    return Values.getDouble(this, "priority");
  }

  /**
   * {@return the server that a relayed or reflexive candidate came from, or null where it is not
   * known}
   */
  default String getUrl() {
    return Values.getString(this, "url");
  }

  /**
   * {@return how the relay is reached: {@code udp}, {@code tcp} or {@code tls}, or null where it is
   * not known}
   */
  default String getRelayProtocol() {
    return Values.getString(this, "relayProtocol");
  }

  /** {@return the foundation of RFC 8445, section 5.1.1.3, or null where it is not known} */
  default String getFoundation() {
    return Values.getString(this, "foundation");
  }

  /** {@return the address behind a relayed or reflexive one, or null where it is not known} */
  default String getRelatedAddress() {
    return Values.getString(this, "relatedAddress");
  }

  /** {@return the port behind a relayed or reflexive one; −1 where it is not known} */
  default int getRelatedPort() {
    return Values.getInt(this, "relatedPort", -1);
  }

  /** {@return the ICE user name fragment, or null where it is not known} */
  default String getUsernameFragment() {
    return Values.getString(this, "usernameFragment");
  }

  /** {@return {@code active}, {@code passive} or {@code so}, or null where it is not known} */
  default String getTcpType() {
    return Values.getString(this, "tcpType");
  }
}
