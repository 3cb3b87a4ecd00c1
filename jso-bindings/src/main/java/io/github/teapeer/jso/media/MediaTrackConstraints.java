package io.github.teapeer.jso.media;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;

/**
 * What a track shall be like.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatrackconstraints">Media
 *     Capture and Streams, MediaTrackConstraints</a>
 */
public interface MediaTrackConstraints extends MediaTrackConstraintSet {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static MediaTrackConstraints create() {
    return Dictionary.create(MediaTrackConstraints.class);
  }

  /**
   * Sets constraints that are all met, or ignored, one set after the other.
   *
   * @param sets the sets
   */
  @JSProperty
  void setAdvanced(Sequence<MediaTrackConstraintSet> sets);
}
