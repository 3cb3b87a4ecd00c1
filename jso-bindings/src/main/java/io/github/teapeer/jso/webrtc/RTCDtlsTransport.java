package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The encryption of a connection.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcdtlstransport-interface">WebRTC,
 *     RTCDtlsTransport</a>
 */
public interface RTCDtlsTransport extends EventTarget {
  /** {@return the transport beneath} */
  @JSProperty
  RTCIceTransport getIceTransport();

  /**
   * {@return {@code new}, {@code connecting}, {@code connected}, {@code closed} or {@code failed}}
   */
  @JSProperty
  String getState();

  /**
   * The certificates of the other side.
   *
   * @return ArrayBuffers in DER; none before there is a connection
   */
  Sequence<JSObject> getRemoteCertificates();

  /**
   * Sets the handler of {@code statechange}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnstatechange(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code error}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnerror(EventHandler<RTCErrorEvent> handler);
}
