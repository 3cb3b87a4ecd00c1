package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.dom.DOMException;
import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSProperty;

/**
 * An error of a transport or of a codec.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcerror-interface">WebRTC, RTCError</a>
 */
public interface RTCError extends DOMException {
  /**
   * {@return such as {@code data-channel-failure}, {@code dtls-failure}, {@code
   * fingerprint-failure}, {@code sctp-failure} or {@code sdp-syntax-error}}
   */
  @JSProperty
  String getErrorDetail();

  /** {@return the line of the SDP that is wrong; −1 where it is none} */
  default int getSdpLineNumber() {
    return NativeMember.getInt(this, "sdpLineNumber");
  }

  /** {@return the cause in SCTP; −1 where it is none} */
  default int getSctpCauseCode() {
    return NativeMember.getInt(this, "sctpCauseCode");
  }

  /** {@return the DTLS alert that was received; NaN where it is none} */
  default double getReceivedAlert() {
    return NativeMember.getDouble(this, "receivedAlert");
  }

  /** {@return the DTLS alert that was sent; NaN where it is none} */
  default double getSentAlert() {
    return NativeMember.getDouble(this, "sentAlert");
  }
}
