package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * A track that is sent; type {@code outbound-rtp}.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtcoutboundrtpstreamstats">WebRTC
 *     Statistics, RTCOutboundRtpStreamStats</a>
 */
public interface RTCOutboundRtpStreamStats extends RTCSentRtpStreamStats {
  /** {@return the identification of the media description, or null where it is not known} */
  default String getMid() {
    return Values.getString(this, "mid");
  }

  /**
   * {@return the identifier of the {@link RTCRemoteInboundRtpStreamStats}, or null where it is not
   * known}
   */
  default String getRemoteId() {
    return Values.getString(this, "remoteId");
  }

  /** {@return the bits a second that the encoder aims at; NaN where it is not known} */
  default double getTargetBitrate() {
    return Values.getDouble(this, "targetBitrate");
  }

  /** {@return the frames that were encoded in the last second; NaN where it is not known} */
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

  /** {@return the frames that were encoded; NaN where it is not known} */
  default double getFramesEncoded() {
    return Values.getDouble(this, "framesEncoded");
  }

  /**
   * {@return {@code none}, {@code cpu}, {@code bandwidth} or {@code other}, or null where it is not
   * known}
   */
  default String getQualityLimitationReason() {
    return Values.getString(this, "qualityLimitationReason");
  }

  /** {@return whether the encoding is sent} */
  default boolean isActive() {
    return Values.getBoolean(this, "active");
  }
}
