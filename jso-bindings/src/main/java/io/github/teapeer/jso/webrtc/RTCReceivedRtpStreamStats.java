package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * A stream of RTP packets, where it is received.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtcreceivedrtpstreamstats">WebRTC
 *     Statistics, RTCReceivedRtpStreamStats</a>
 */
public interface RTCReceivedRtpStreamStats extends RTCRtpStreamStats {
  /** {@return the packets that were received; NaN where it is not known} */
  default double getPacketsReceived() {
    return Values.getDouble(this, "packetsReceived");
  }

  /** {@return the packets that were lost, less those that came twice; NaN where it is not known} */
  default double getPacketsLost() {
    return Values.getDouble(this, "packetsLost");
  }

  /** {@return the jitter in seconds; NaN where it is not known} */
  default double getJitter() {
    return Values.getDouble(this, "jitter");
  }
}
