package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSProperty;

/**
 * How a track is encoded and sent. Made by {@link RTCRtpSender#getParameters}, and to be given back
 * soon after.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpsendparameters">WebRTC,
 *     RTCRtpSendParameters</a>
 */
public interface RTCRtpSendParameters extends RTCRtpParameters {
  /** {@return tells one set of parameters from the next} */
  @JSProperty
  String getTransactionId();

  /** {@return the encodings, which may be changed but neither added nor removed} */
  @JSProperty
  Sequence<RTCRtpEncodingParameters> getEncodings();

  /**
   * {@return {@code maintain-framerate}, {@code maintain-resolution}, {@code balanced} and others,
   * or null where it is not set}
   */
  default String getDegradationPreference() {
    return Values.getString(this, "degradationPreference");
  }

  /**
   * Says what gives where there is too little bandwidth.
   *
   * @param preference {@code maintain-framerate}, {@code maintain-resolution}, {@code balanced} or
   *     {@code disabled}
   */
  @JSProperty
  void setDegradationPreference(String preference);
}
