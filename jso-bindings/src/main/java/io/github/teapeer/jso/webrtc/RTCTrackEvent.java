package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import org.teavm.jso.JSProperty;

/**
 * Tells of a track that the other side sends.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtctrackevent">WebRTC, RTCTrackEvent</a>
 */
public interface RTCTrackEvent extends Event {
  /**
   * The track.
   *
   * @return the track
   */
  @JSProperty
  MediaStreamTrack getTrack();

  /**
   * Its receiver.
   *
   * @return the receiver
   */
  @JSProperty
  RTCRtpReceiver getReceiver();

  /**
   * The streams that the track is part of.
   *
   * @return the streams, possibly none
   */
  @JSProperty
  Sequence<MediaStream> getStreams();

  /**
   * Its transceiver.
   *
   * @return the transceiver
   */
  @JSProperty
  RTCRtpTransceiver getTransceiver();
}
