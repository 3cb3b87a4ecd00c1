package io.github.teapeer.jso.media;

import io.github.teapeer.jso.dom.Event;
import org.teavm.jso.JSProperty;

/**
 * Tells of a track that was added to a stream, or removed.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastreamtrackevent">Media Capture
 *     and Streams, MediaStreamTrackEvent</a>
 */
public interface MediaStreamTrackEvent extends Event {
  /** {@return the track} */
  @JSProperty
  MediaStreamTrack getTrack();
}
