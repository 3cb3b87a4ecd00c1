package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.NativeMember;
import io.github.teapeer.jso.media.MediaStreamTrack;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Receives a track.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtpreceiver-interface">WebRTC, RTCRtpReceiver</a>
 */
public interface RTCRtpReceiver extends JSObject {
  /**
   * What the browser can receive; browsers only.
   *
   * @param kind {@code audio} or {@code video}
   * @return the capabilities, or null
   */
  @JSBody(params = "kind", script = "return RTCRtpReceiver.getCapabilities(kind);")
  static RTCRtpCapabilities getCapabilities(String kind) {
    throw new UnsupportedOperationException("The browser knows what it can receive");
  }

  /**
   * The track.
   *
   * @return the track
   */
  @JSProperty
  MediaStreamTrack getTrack();

  /**
   * Statistics of what is received.
   *
   * @return a promise of the report
   */
  Promise<RTCStatsReport> getStats();

  /** {@return the transport, or null before it is negotiated} */
  default RTCDtlsTransport getTransport() {
    return NativeMember.get(this, "transport");
  }

  /**
   * How the track is received.
   *
   * @return the parameters
   */
  default RTCRtpReceiveParameters getParameters() {
    return NativeMember.call(this, "getParameters");
  }
}
