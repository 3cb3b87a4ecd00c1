package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * A stream of RTP packets.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtcrtpstreamstats">WebRTC Statistics,
 *     RTCRtpStreamStats</a>
 */
public interface RTCRtpStreamStats extends RTCStats {
  /** {@return the synchronisation source; NaN where it is not known} */
  default double getSsrc() {
    return Values.getDouble(this, "ssrc");
  }

  /** {@return {@code audio} or {@code video}, or null where it is not known} */
  default String getKind() {
    return Values.getString(this, "kind");
  }

  /** {@return the identifier of the {@link RTCTransportStats}, or null where it is not known} */
  default String getTransportId() {
    return Values.getString(this, "transportId");
  }

  /** {@return the identifier of the codec, or null where it is not known} */
  default String getCodecId() {
    return Values.getString(this, "codecId");
  }
}
