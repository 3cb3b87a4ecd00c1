package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A codec.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpcodec">WebRTC, RTCRtpCodec</a>
 */
public interface RTCRtpCodec extends JSObject {
  /** {@return the media type, such as {@code video/VP8}} */
  @JSProperty
  String getMimeType();

  /** {@return the clock rate in Hertz} */
  @JSProperty
  int getClockRate();

  /** {@return the number of channels; −1 where there is none} */
  default int getChannels() {
    return Values.getInt(this, "channels", -1);
  }

  /** {@return the parameters of the format, or null} */
  default String getSdpFmtpLine() {
    return Values.getString(this, "sdpFmtpLine");
  }
}
