package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Dictionary;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A STUN or TURN server.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtciceserver-dictionary">WebRTC, RTCIceServer</a>
 */
public interface RTCIceServer extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static RTCIceServer create() {
    return Dictionary.create(RTCIceServer.class);
  }

  /** {@return a string, or an array of strings} */
  default JSObject getUrls() {
    return Values.get(this, "urls");
  }

  /**
   * Sets its URL.
   *
   * @param url a {@code stun:}, {@code stuns:}, {@code turn:} or {@code turns:} URL
   */
  @JSProperty
  void setUrls(String url);

  /**
   * Sets its URLs.
   *
   * @param value {@code stun:}, {@code stuns:}, {@code turn:} or {@code turns:} URLs
   */
  @JSProperty
  void setUrls(String[] value);

  /** {@return the user name, or null} */
  default String getUsername() {
    return Values.getString(this, "username");
  }

  /**
   * Sets the user name; TURN needs one.
   *
   * @param value the user name
   */
  @JSProperty
  void setUsername(String value);

  /** {@return the password, or null} */
  default String getCredential() {
    return Values.getString(this, "credential");
  }

  /**
   * Sets the password; TURN needs one.
   *
   * @param value the password
   */
  @JSProperty
  void setCredential(String value);
}
