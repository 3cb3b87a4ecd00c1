package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import io.github.teapeer.jso.dom.MessageEvent;
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
}
