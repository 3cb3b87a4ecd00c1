package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.media.MediaStreamTrack;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Sends a track.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtpsender-interface">WebRTC, RTCRtpSender</a>
 */
public interface RTCRtpSender extends JSObject {
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
}
