package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import io.github.teapeer.jso.dom.NativeMember;
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

  /** {@return the transport beneath} */
  default RTCDtlsTransport getTransport() {
    return NativeMember.get(this, "transport");
  }

  /** {@return the number of data channels; −1 before it is negotiated} */
  default int getMaxChannels() {
    return NativeMember.getInt(this, "maxChannels");
  }

  /**
   * Sets the handler of {@code statechange}.
   *
   * @param handler the handler, or null
   */
  default void setOnstatechange(EventHandler<Event> handler) {
    NativeMember.set(this, "onstatechange", handler);
  }
}
