package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Dictionary;
import io.github.teapeer.jso.value.Values;
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

  /** {@return the protocol within the channel, or null where it is not set} */
  default String getProtocol() {
    return Values.getString(this, "protocol");
  }

  /**
   * Names the protocol within the channel.
   *
   * @param value the protocol, at most 65,535 bytes of UTF-8
   */
  @JSProperty
  void setProtocol(String value);

  /** {@return whether both sides open the channel on their own} */
  default boolean isNegotiated() {
    return Values.getBoolean(this, "negotiated");
  }

  /**
   * Says that both sides open the channel, with the same number, and that no event tells of it.
   *
   * @param value whether they do
   */
  @JSProperty
  void setNegotiated(boolean value);

  /** {@return the number of the channel; −1 where it is not set} */
  default int getId() {
    return Values.getInt(this, "id", -1);
  }

  /**
   * Sets the number of the channel, where both sides open it.
   *
   * @param value 0 to 65,534
   */
  @JSProperty
  void setId(int value);

  /** {@return the priority, or null where it is not set} */
  default String getPriority() {
    return Values.getString(this, "priority");
  }

  /**
   * Sets the priority among channels; most browsers ignore it.
   *
   * @param value {@code very-low}, {@code low}, {@code medium} or {@code high}
   * @see <a href="https://www.w3.org/TR/webrtc-priority/#rtc-priority-type">WebRTC Priority
   *     Control</a>
   */
  @JSProperty
  void setPriority(String value);
}
