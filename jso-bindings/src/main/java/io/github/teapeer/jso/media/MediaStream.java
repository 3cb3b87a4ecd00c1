package io.github.teapeer.jso.media;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;

/**
 * Audio and video that belong together.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastream">Media Capture and Streams,
 *     MediaStream</a>
 */
public interface MediaStream extends EventTarget {
  /**
   * Makes a stream without tracks; browsers only.
   *
   * @return the stream
   */
  @JSBody(script = "return new MediaStream();")
  static MediaStream create() {
    throw new UnsupportedOperationException("A MediaStream is made by the browser");
  }

  /**
   * Makes a stream; browsers only.
   *
   * @param tracks its tracks
   * @return the stream
   */
  @JSBody(params = "tracks", script = "return new MediaStream(tracks);")
  static MediaStream create(Sequence<MediaStreamTrack> tracks) {
    throw new UnsupportedOperationException("A MediaStream is made by the browser");
  }

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

  /**
   * A track.
   *
   * @param id the track's identifier
   * @return the track, or null
   */
  default MediaStreamTrack getTrackById(String id) {
    return NativeMember.call(this, "getTrackById", id);
  }

  /**
   * Copies the stream and its tracks. Not called {@code clone}, since a Java class could not
   * implement that without overriding {@link Object#clone()}.
   *
   * @return the copy
   */
  default MediaStream cloneStream() {
    return NativeMember.call(this, "clone");
  }

  /**
   * Sets the handler of {@code addtrack}.
   *
   * @param handler the handler, or null
   */
  default void setOnaddtrack(EventHandler<MediaStreamTrackEvent> handler) {
    NativeMember.set(this, "onaddtrack", handler);
  }

  /**
   * Sets the handler of {@code removetrack}.
   *
   * @param handler the handler, or null
   */
  default void setOnremovetrack(EventHandler<MediaStreamTrackEvent> handler) {
    NativeMember.set(this, "onremovetrack", handler);
  }
}
