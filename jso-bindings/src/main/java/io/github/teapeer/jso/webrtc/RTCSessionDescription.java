package io.github.teapeer.jso.webrtc;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * An offer or an answer.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcsessiondescription-class">WebRTC,
 *     RTCSessionDescription</a>
 */
public interface RTCSessionDescription extends JSObject {
  /**
   * What it is.
   *
   * @return {@code offer}, {@code answer}, {@code pranswer} or {@code rollback}
   */
  @JSProperty
  String getType();

  /**
   * The description in the Session Description Protocol.
   *
   * @return the SDP
   */
  @JSProperty
  String getSdp();
}
