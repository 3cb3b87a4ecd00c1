package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSProperty;

/**
 * The way that packets take.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcicetransport">WebRTC, RTCIceTransport</a>
 */
public interface RTCIceTransport extends EventTarget {
  /** {@return {@code controlling} or {@code controlled}, or null before it is decided} */
  default String getRole() {
    return NativeMember.getString(this, "role");
  }

  /**
   * {@return {@code new}, {@code checking}, {@code connected}, {@code completed}, {@code
   * disconnected}, {@code failed} or {@code closed}}
   */
  @JSProperty
  String getState();

  /** {@return {@code new}, {@code gathering} or {@code complete}} */
  @JSProperty
  String getGatheringState();

  /**
   * The candidates that were gathered here.
   *
   * @return the candidates
   */
  Sequence<RTCIceCandidate> getLocalCandidates();

  /**
   * The candidates of the other side.
   *
   * @return the candidates
   */
  Sequence<RTCIceCandidate> getRemoteCandidates();

  /**
   * The way in use.
   *
   * @return the two candidates, or null before there is one
   */
  RTCIceCandidatePair getSelectedCandidatePair();

  /**
   * Sets the handler of {@code statechange}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnstatechange(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code gatheringstatechange}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOngatheringstatechange(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code selectedcandidatepairchange}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnselectedcandidatepairchange(EventHandler<Event> handler);
}
