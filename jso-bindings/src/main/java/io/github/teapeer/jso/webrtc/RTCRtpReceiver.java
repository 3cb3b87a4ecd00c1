package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.media.MediaStreamTrack;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Receives a track.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtpreceiver-interface">WebRTC, RTCRtpReceiver</a>
 */
public interface RTCRtpReceiver extends JSObject {
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
}
