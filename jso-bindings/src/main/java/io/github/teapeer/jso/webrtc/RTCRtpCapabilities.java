package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Sequence;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What a browser can send or receive.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpcapabilities">WebRTC,
 *     RTCRtpCapabilities</a>
 */
public interface RTCRtpCapabilities extends JSObject {
  /** {@return the codecs} */
  @JSProperty
  Sequence<RTCRtpCodec> getCodecs();

  /** {@return the header extensions} */
  @JSProperty
  Sequence<RTCRtpHeaderExtensionCapability> getHeaderExtensions();
}
