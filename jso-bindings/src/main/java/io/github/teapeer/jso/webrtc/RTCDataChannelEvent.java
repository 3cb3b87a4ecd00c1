package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.Event;
import org.teavm.jso.JSProperty;

/**
 * Tells of a data channel that the other side opened.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcdatachannelevent">WebRTC, RTCDataChannelEvent</a>
 */
public interface RTCDataChannelEvent extends Event {
  /**
   * The channel.
   *
   * @return the channel
   */
  @JSProperty
  RTCDataChannel getChannel();
}
