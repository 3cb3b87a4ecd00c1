package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The parameters of a data channel.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcdatachannelinit">WebRTC,
 *     RTCDataChannelInit</a>
 */
public interface RTCDataChannelInit extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static RTCDataChannelInit create() {
    return Dictionary.create(RTCDataChannelInit.class);
  }

  /**
   * Whether messages arrive in order.
   *
   * @return whether they do
   */
  @JSProperty
  boolean isOrdered();

  /**
   * Says whether messages arrive in order; they do by default.
   *
   * @param ordered whether they do
   */
  @JSProperty
  void setOrdered(boolean ordered);

  /**
   * Bounds how often a message is sent again.
   *
   * @param retransmits the number of times; excludes a packet lifetime
   */
  @JSProperty
  void setMaxRetransmits(int retransmits);

  /**
   * Bounds how long a message is sent again.
   *
   * @param milliseconds the time; excludes a number of retransmits
   */
  @JSProperty
  void setMaxPacketLifeTime(int milliseconds);
}
