package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import io.github.teapeer.jso.dom.MessageEvent;
import io.github.teapeer.jso.dom.NativeMember;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A channel for messages between two peers.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcdatachannel">WebRTC, RTCDataChannel</a>
 */
public interface RTCDataChannel extends EventTarget {
  /**
   * The label that the side that opened the channel gave it.
   *
   * @return the label
   */
  @JSProperty
  String getLabel();

  /**
   * Whether messages arrive in the order in which they were sent.
   *
   * @return whether they do
   */
  @JSProperty
  boolean isOrdered();

  /**
   * The state.
   *
   * @return {@code connecting}, {@code open}, {@code closing} or {@code closed}
   */
  @JSProperty
  String getReadyState();

  /**
   * Bytes that were sent and are not on the network yet.
   *
   * @return the number of bytes
   */
  @JSProperty
  int getBufferedAmount();

  /**
   * The threshold of {@code bufferedamountlow}.
   *
   * @return the number of bytes
   */
  @JSProperty
  int getBufferedAmountLowThreshold();

  /**
   * Sets the threshold of {@code bufferedamountlow}.
   *
   * @param bytes the event is fired when the buffered amount falls to this
   */
  @JSProperty
  void setBufferedAmountLowThreshold(int bytes);

  /**
   * How binary messages arrive.
   *
   * @return {@code arraybuffer} or {@code blob}
   */
  @JSProperty
  String getBinaryType();

  /**
   * Chooses how binary messages arrive.
   *
   * @param type {@code arraybuffer} or {@code blob}
   */
  @JSProperty
  void setBinaryType(String type);

  /**
   * Sends a message; the channel must be open.
   *
   * @param data a string, ArrayBuffer, view or Blob; on the JVM a {@code JavaValue} of a String or
   *     {@code byte[]}
   */
  void send(JSObject data);

  /**
   * Sends a text; the channel must be open.
   *
   * @param text the text
   */
  default void send(String text) {
    send(Values.of(text));
  }

  /** Starts closing the channel; what was sent before is delivered first. */
  void close();

  /**
   * Sets the handler of {@code open}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnopen(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code message}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnmessage(EventHandler<MessageEvent> handler);

  /**
   * Sets the handler of {@code bufferedamountlow}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnbufferedamountlow(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code error}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnerror(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code closing}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnclosing(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code close}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnclose(EventHandler<Event> handler);

  /** {@return the protocol within the channel, or empty} */
  default String getProtocol() {
    return NativeMember.getString(this, "protocol");
  }

  /** {@return whether both sides opened the channel on their own} */
  default boolean isNegotiated() {
    return NativeMember.getBoolean(this, "negotiated");
  }

  /** {@return the number of the channel; −1 before it is known} */
  default int getId() {
    return NativeMember.getInt(this, "id");
  }

  /** {@return how often a message is sent again; −1 where it is not bounded} */
  default int getMaxRetransmits() {
    return NativeMember.getInt(this, "maxRetransmits");
  }

  /** {@return how many milliseconds a message is sent again; −1 where it is not bounded} */
  default int getMaxPacketLifeTime() {
    return NativeMember.getInt(this, "maxPacketLifeTime");
  }
}
