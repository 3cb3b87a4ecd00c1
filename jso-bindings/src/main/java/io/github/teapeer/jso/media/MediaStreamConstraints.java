package io.github.teapeer.jso.media;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What media are wanted.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastreamconstraints">Media Capture
 *     and Streams, MediaStreamConstraints</a>
 */
public interface MediaStreamConstraints extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static MediaStreamConstraints create() {
    return Dictionary.create(MediaStreamConstraints.class);
  }

  /**
   * Says whether audio is wanted.
   *
   * @param wanted whether it is
   */
  @JSProperty
  void setAudio(boolean wanted);

  /**
   * Wants audio.
   *
   * @param constraints what it shall be like
   */
  @JSProperty
  void setAudio(MediaTrackConstraints constraints);

  /**
   * Says whether video is wanted.
   *
   * @param wanted whether it is
   */
  @JSProperty
  void setVideo(boolean wanted);

  /**
   * Wants video.
   *
   * @param constraints what it shall be like
   */
  @JSProperty
  void setVideo(MediaTrackConstraints constraints);
}
