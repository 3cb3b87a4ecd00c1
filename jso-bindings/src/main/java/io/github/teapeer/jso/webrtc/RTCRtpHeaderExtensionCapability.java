package io.github.teapeer.jso.webrtc;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A header extension that a browser knows.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpheaderextensioncapability">WebRTC,
 *     RTCRtpHeaderExtensionCapability</a>
 */
public interface RTCRtpHeaderExtensionCapability extends JSObject {
  /** {@return the URI that names it} */
  @JSProperty
  String getUri();
}
