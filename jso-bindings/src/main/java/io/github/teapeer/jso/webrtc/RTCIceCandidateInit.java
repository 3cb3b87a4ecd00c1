package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Dictionary;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A candidate as a plain object.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcicecandidateinit">WebRTC,
 *     RTCIceCandidateInit</a>
 */
public interface RTCIceCandidateInit extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static RTCIceCandidateInit create() {
    return Dictionary.create(RTCIceCandidateInit.class);
  }

  /**
   * {@return the candidate attribute, empty for the end of candidates, or null where it is not set}
   */
  default String getCandidate() {
    return Values.getString(this, "candidate");
  }

  /**
   * Sets the candidate attribute of RFC 8839, section 5.1.
   *
   * @param value the attribute; empty for the end of candidates
   */
  @JSProperty
  void setCandidate(String value);

  /** {@return the identification of the media description, or null} */
  default String getSdpMid() {
    return Values.getString(this, "sdpMid");
  }

  /**
   * Sets the identification of the media description; this or its index is required.
   *
   * @param value the identification
   */
  @JSProperty
  void setSdpMid(String value);

  /** {@return the index of the media description, or −1 where it is not set} */
  default int getSdpMLineIndex() {
    return Values.getInt(this, "sdpMLineIndex", -1);
  }

  /**
   * Sets the index of the media description; this or its identification is required.
   *
   * @param value the index, from 0
   */
  @JSProperty
  void setSdpMLineIndex(int value);

  /** {@return the ICE user name fragment, or null} */
  default String getUsernameFragment() {
    return Values.getString(this, "usernameFragment");
  }

  /**
   * Sets the ICE user name fragment, which tells generations of candidates apart.
   *
   * @param value the fragment
   */
  @JSProperty
  void setUsernameFragment(String value);
}
