package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * A track that is sent, as its receiver sees it; type {@code remote-inbound-rtp}.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtcremoteinboundrtpstreamstats">WebRTC
 *     Statistics, RTCRemoteInboundRtpStreamStats</a>
 */
public interface RTCRemoteInboundRtpStreamStats extends RTCReceivedRtpStreamStats {
  /**
   * {@return the identifier of the {@link RTCOutboundRtpStreamStats}, or null where it is not
   * known}
   */
  default String getLocalId() {
    return Values.getString(this, "localId");
  }

  /** {@return the last round trip, in seconds; NaN where it is not known} */
  default double getRoundTripTime() {
    return Values.getDouble(this, "roundTripTime");
  }

  /**
   * {@return the share of packets lost since the last report, 0 to 1; NaN where it is not known}
   */
  default double getFractionLost() {
    return Values.getDouble(this, "fractionLost");
  }
}
