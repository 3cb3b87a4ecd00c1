package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A sender and a receiver that share a media description.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtptransceiver-interface">WebRTC,
 *     RTCRtpTransceiver</a>
 */
public interface RTCRtpTransceiver extends JSObject {
  /**
   * The identification of the media description.
   *
   * @return the mid, or null before it is negotiated
   */
  @JSProperty
  String getMid();

  /**
   * The sender.
   *
   * @return the sender
   */
  @JSProperty
  RTCRtpSender getSender();

  /**
   * The receiver.
   *
   * @return the receiver
   */
  @JSProperty
  RTCRtpReceiver getReceiver();

  /**
   * The direction that is wanted.
   *
   * @return {@code sendrecv}, {@code sendonly}, {@code recvonly}, {@code inactive} or {@code
   *     stopped}
   */
  @JSProperty
  String getDirection();

  /**
   * Chooses the direction; takes effect with the next negotiation.
   *
   * @param direction {@code sendrecv}, {@code sendonly}, {@code recvonly} or {@code inactive}
   */
  @JSProperty
  void setDirection(String direction);

  /**
   * The direction that was negotiated.
   *
   * @return the direction, or null before it is negotiated
   */
  @JSProperty
  String getCurrentDirection();

  /** Stops sending and receiving for good. */
  void stop();

  /**
   * Chooses and orders the codecs of the next negotiation.
   *
   * @param codecs the codecs, the best first; none for the default
   */
  default void setCodecPreferences(Sequence<RTCRtpCodec> codecs) {
    NativeMember.call(this, "setCodecPreferences", codecs);
  }
}
