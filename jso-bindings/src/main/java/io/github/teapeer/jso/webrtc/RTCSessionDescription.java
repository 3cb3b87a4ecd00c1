package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSBody;
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
   * Makes a description; browsers only.
   *
   * @param init what it holds
   * @return the description
   */
  @JSBody(params = "init", script = "return new RTCSessionDescription(init);")
  static RTCSessionDescription create(RTCSessionDescriptionInit init) {
    throw new UnsupportedOperationException("An RTCSessionDescription is made by the browser");
  }

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

  /**
   * The same as a plain object.
   *
   * @return the object
   */
  default RTCSessionDescriptionInit toJSON() {
    return NativeMember.call(this, "toJSON");
  }
}
