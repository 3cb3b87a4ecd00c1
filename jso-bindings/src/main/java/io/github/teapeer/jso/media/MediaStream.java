package io.github.teapeer.jso.media;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.EventTarget;
import org.teavm.jso.JSProperty;

/**
 * Audio and video that belong together.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastream">Media Capture and Streams,
 *     MediaStream</a>
 */
public interface MediaStream extends EventTarget {
  /**
   * The identifier.
   *
   * @return 36 characters
   */
  @JSProperty
  String getId();

  /**
   * Whether a track has not ended.
   *
   * @return whether one has not
   */
  @JSProperty
  boolean isActive();

  /**
   * All tracks.
   *
   * @return the tracks
   */
  Sequence<MediaStreamTrack> getTracks();

  /**
   * The audio tracks.
   *
   * @return the tracks
   */
  Sequence<MediaStreamTrack> getAudioTracks();

  /**
   * The video tracks.
   *
   * @return the tracks
   */
  Sequence<MediaStreamTrack> getVideoTracks();

  /**
   * Adds a track; no event is fired.
   *
   * @param track the track
   */
  void addTrack(MediaStreamTrack track);

  /**
   * Removes a track; no event is fired.
   *
   * @param track the track
   */
  void removeTrack(MediaStreamTrack track);
}
