package io.github.teapeer.jso.webrtc;

import org.teavm.jso.JSProperty;

/**
 * A codec and its payload type.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpcodecparameters">WebRTC,
 *     RTCRtpCodecParameters</a>
 */
public interface RTCRtpCodecParameters extends RTCRtpCodec {
  /** {@return the RTP payload type} */
  @JSProperty
  int getPayloadType();
}
