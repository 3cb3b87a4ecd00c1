package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSProperty;

/**
 * Tells of a STUN or TURN server that did not do its work.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcpeerconnectioniceerrorevent">WebRTC,
 *     RTCPeerConnectionIceErrorEvent</a>
 */
public interface RTCPeerConnectionIceErrorEvent extends Event {
  /**
   * The server.
   *
   * @return its URL
   */
  @JSProperty
  String getUrl();

  /**
   * The error.
   *
   * @return a STUN error code, 300 to 699, or 701 where the server could not be reached
   */
  @JSProperty
  int getErrorCode();

  /**
   * The error in words.
   *
   * @return the text, possibly empty
   */
  @JSProperty
  String getErrorText();

  /** {@return the local address that the server was asked from, or null} */
  default String getAddress() {
    return NativeMember.getString(this, "address");
  }

  /** {@return the local port that the server was asked from; −1 where it is not told} */
  default int getPort() {
    return NativeMember.getInt(this, "port");
  }
}
