package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.NativeMember;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Sends a track.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtpsender-interface">WebRTC, RTCRtpSender</a>
 */
public interface RTCRtpSender extends JSObject {
  /**
   * What the browser can send; browsers only.
   *
   * @param kind {@code audio} or {@code video}
   * @return the capabilities, or null
   */
  @JSBody(params = "kind", script = "return RTCRtpSender.getCapabilities(kind);")
  static RTCRtpCapabilities getCapabilities(String kind) {
    throw new UnsupportedOperationException("The browser knows what it can send");
  }

  /**
   * The track.
   *
   * @return the track, or null
   */
  @JSProperty
  MediaStreamTrack getTrack();

  /**
   * Sends another track of the same kind, without negotiation.
   *
   * @param withTrack the track, or null to send nothing
   * @return a promise that is fulfilled when it is done
   */
  Promise<JSObject> replaceTrack(MediaStreamTrack withTrack);

  /**
   * Statistics of what is sent.
   *
   * @return a promise of the report
   */
  Promise<RTCStatsReport> getStats();

  /** {@return the transport, or null before it is negotiated} */
  default RTCDtlsTransport getTransport() {
    return NativeMember.get(this, "transport");
  }

  /**
   * How the track is sent.
   *
   * @return the parameters, to be changed and given to {@link #setParameters}
   */
  default RTCRtpSendParameters getParameters() {
    return NativeMember.call(this, "getParameters");
  }

  /**
   * Changes how the track is sent, without negotiation.
   *
   * @param parameters what {@link #getParameters} returned, changed
   * @return a promise that is fulfilled when it is done
   */
  default Promise<JSObject> setParameters(RTCRtpSendParameters parameters) {
    return NativeMember.call(this, "setParameters", parameters);
  }

  /**
   * Says which stream the track shall be part of on the other side; takes effect with the next
   * negotiation.
   *
   * @param stream the stream
   */
  default void setStreams(MediaStream stream) {
    NativeMember.call(this, "setStreams", stream);
  }
}
