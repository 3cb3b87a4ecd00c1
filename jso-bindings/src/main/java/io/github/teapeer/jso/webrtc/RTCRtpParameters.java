package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Sequence;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How a track is transported.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpparameters">WebRTC, RTCRtpParameters</a>
 */
public interface RTCRtpParameters extends JSObject {
  /** {@return the codecs} */
  @JSProperty
  Sequence<RTCRtpCodecParameters> getCodecs();

  /** {@return the header extensions} */
  @JSProperty
  Sequence<RTCRtpHeaderExtensionParameters> getHeaderExtensions();

  /** {@return the parameters of RTCP} */
  @JSProperty
  RTCRtcpParameters getRtcp();
}
