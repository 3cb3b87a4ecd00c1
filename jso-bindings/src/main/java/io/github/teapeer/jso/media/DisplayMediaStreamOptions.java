package io.github.teapeer.jso.media;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What of the screen is wanted.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#displaymediastreamoptions">Screen Capture,
 *     DisplayMediaStreamOptions</a>
 */
public interface DisplayMediaStreamOptions extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static DisplayMediaStreamOptions create() {
    return Dictionary.create(DisplayMediaStreamOptions.class);
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
   * Says whether video is wanted; it is by default.
   *
   * @param wanted true
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
