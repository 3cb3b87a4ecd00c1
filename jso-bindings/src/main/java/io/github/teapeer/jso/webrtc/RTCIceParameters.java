package io.github.teapeer.jso.webrtc;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What ICE authenticates checks with.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtciceparameters">WebRTC, RTCIceParameters</a>
 */
public interface RTCIceParameters extends JSObject {
  /** {@return the user name fragment} */
  @JSProperty
  String getUsernameFragment();

  /** {@return the password} */
  @JSProperty
  String getPassword();
}
