package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Dictionary;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * An offer or an answer as a plain object.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcsessiondescriptioninit">WebRTC,
 *     RTCSessionDescriptionInit</a>
 */
public interface RTCSessionDescriptionInit extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static RTCSessionDescriptionInit create() {
    return Dictionary.create(RTCSessionDescriptionInit.class);
  }

  /**
   * {@return {@code offer}, {@code answer}, {@code pranswer} or {@code rollback}, or null where it
   * is not set}
   */
  default String getType() {
    return Values.getString(this, "type");
  }

  /**
   * Says what it is.
   *
   * @param value {@code offer}, {@code answer}, {@code pranswer} or {@code rollback}
   */
  @JSProperty
  void setType(String value);

  /** {@return the description in the Session Description Protocol, or null where it is not set} */
  default String getSdp() {
    return Values.getString(this, "sdp");
  }

  /**
   * Sets the description.
   *
   * @param value the description in the Session Description Protocol
   */
  @JSProperty
  void setSdp(String value);
}
