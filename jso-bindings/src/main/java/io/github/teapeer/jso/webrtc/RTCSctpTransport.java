package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.EventTarget;
import org.teavm.jso.JSProperty;

/**
 * The transport of the data channels.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcsctptransport-interface">WebRTC,
 *     RTCSctpTransport</a>
 */
public interface RTCSctpTransport extends EventTarget {
  /**
   * The largest message that the other side takes.
   *
   * @return the number of bytes, possibly infinite
   */
  @JSProperty
  double getMaxMessageSize();

  /**
   * The state.
   *
   * @return {@code connecting}, {@code connected} or {@code closed}
   */
  @JSProperty
  String getState();
}
