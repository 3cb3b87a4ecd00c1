package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * The connection as a whole; type {@code peer-connection}.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtcpeerconnectionstats">WebRTC Statistics,
 *     RTCPeerConnectionStats</a>
 */
public interface RTCPeerConnectionStats extends RTCStats {
  /** {@return the data channels that ever opened; NaN where it is not known} */
  default double getDataChannelsOpened() {
    return Values.getDouble(this, "dataChannelsOpened");
  }

  /** {@return the data channels that closed after they had opened; NaN where it is not known} */
  default double getDataChannelsClosed() {
    return Values.getDouble(this, "dataChannelsClosed");
  }
}
