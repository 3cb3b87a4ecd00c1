package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/**
 * The parameters of RTCP.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtcpparameters">WebRTC, RTCRtcpParameters</a>
 */
public interface RTCRtcpParameters extends JSObject {
  /** {@return the canonical name, or null} */
  default String getCname() {
    return Values.getString(this, "cname");
  }

  /** {@return whether reduced-size RTCP is used} */
  default boolean isReducedSize() {
    return Values.getBoolean(this, "reducedSize");
  }
}
