package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * A stream of RTP packets, where it is sent.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtcsentrtpstreamstats">WebRTC Statistics,
 *     RTCSentRtpStreamStats</a>
 */
public interface RTCSentRtpStreamStats extends RTCRtpStreamStats {
  /** {@return the packets that were sent; NaN where it is not known} */
  default double getPacketsSent() {
    return Values.getDouble(this, "packetsSent");
  }

  /** {@return the bytes of payload that were sent; NaN where it is not known} */
  default double getBytesSent() {
    return Values.getDouble(this, "bytesSent");
  }
}
