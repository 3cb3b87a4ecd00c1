package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.Event;
import org.teavm.jso.JSProperty;

/**
 * Tells of an error of a transport or of a data channel.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcerrorevent">WebRTC, RTCErrorEvent</a>
 */
public interface RTCErrorEvent extends Event {
  /** {@return the error} */
  @JSProperty
  RTCError getError();
}
