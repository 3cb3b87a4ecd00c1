package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * A track that is received; type {@code inbound-rtp}.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtcinboundrtpstreamstats">WebRTC
 *     Statistics, RTCInboundRtpStreamStats</a>
 */
public interface RTCInboundRtpStreamStats extends RTCReceivedRtpStreamStats {
  /** {@return the identifier of the track, or null where it is not known} */
  default String getTrackIdentifier() {
    return Values.getString(this, "trackIdentifier");
  }

  /** {@return the identification of the media description, or null where it is not known} */
  default String getMid() {
    return Values.getString(this, "mid");
  }

  /** {@return the bytes of payload that were received; NaN where it is not known} */
  default double getBytesReceived() {
    return Values.getDouble(this, "bytesReceived");
  }

  /** {@return the frames that were decoded in the last second; NaN where it is not known} */
  default double getFramesPerSecond() {
    return Values.getDouble(this, "framesPerSecond");
  }

  /** {@return the width of the last frame in pixels; NaN where it is not known} */
  default double getFrameWidth() {
    return Values.getDouble(this, "frameWidth");
  }

  /** {@return the height of the last frame in pixels; NaN where it is not known} */
  default double getFrameHeight() {
    return Values.getDouble(this, "frameHeight");
  }

  /** {@return the frames that were decoded; NaN where it is not known} */
  default double getFramesDecoded() {
    return Values.getDouble(this, "framesDecoded");
  }

  /** {@return the frames that were dropped before they were shown; NaN where it is not known} */
  default double getFramesDropped() {
    return Values.getDouble(this, "framesDropped");
  }

  /** {@return the volume, 0 to 1; NaN where it is not known} */
  default double getAudioLevel() {
    return Values.getDouble(this, "audioLevel");
  }
}
