package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How a transceiver is made.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtptransceiverinit">WebRTC,
 *     RTCRtpTransceiverInit</a>
 */
public interface RTCRtpTransceiverInit extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static RTCRtpTransceiverInit create() {
    return Dictionary.create(RTCRtpTransceiverInit.class);
  }

  /**
   * Sets the direction.
   *
   * @param value {@code sendrecv}, the default, {@code sendonly}, {@code recvonly} or {@code
   *     inactive}
   */
  @JSProperty
  void setDirection(String value);

  /**
   * Sets the streams that the track shall be part of on the other side.
   *
   * @param value the streams
   */
  @JSProperty
  void setStreams(Sequence<MediaStream> value);

  /**
   * Sets the encodings, several for simulcast.
   *
   * @param value the encodings
   */
  @JSProperty
  void setSendEncodings(Sequence<RTCRtpEncodingParameters> value);
}
