package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How an offer is made.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcofferoptions">WebRTC, RTCOfferOptions</a>
 */
public interface RTCOfferOptions extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static RTCOfferOptions create() {
    return Dictionary.create(RTCOfferOptions.class);
  }

  /**
   * Says whether ICE is restarted; it is not by default.
   *
   * @param value whether it is
   */
  @JSProperty
  void setIceRestart(boolean value);

  /**
   * Says whether audio is received though none is sent. Transceivers have replaced this, but PeerJS
   * uses it.
   *
   * @param value whether it is
   */
  @JSProperty
  void setOfferToReceiveAudio(boolean value);

  /**
   * Says whether video is received though none is sent. Transceivers have replaced this, but PeerJS
   * uses it.
   *
   * @param value whether it is
   */
  @JSProperty
  void setOfferToReceiveVideo(boolean value);
}
