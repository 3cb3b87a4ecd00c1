package io.github.teapeer.jso.media;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import org.teavm.jso.JSProperty;

/**
 * One source of audio or video.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastreamtrack">Media Capture and
 *     Streams, MediaStreamTrack</a>
 */
public interface MediaStreamTrack extends EventTarget {
  /**
   * The identifier.
   *
   * @return the identifier
   */
  @JSProperty
  String getId();

  /**
   * What it carries.
   *
   * @return {@code audio} or {@code video}
   */
  @JSProperty
  String getKind();

  /**
   * The name of its source.
   *
   * @return the label, possibly empty
   */
  @JSProperty
  String getLabel();

  /**
   * Whether it is rendered.
   *
   * @return false where it is silent or black
   */
  @JSProperty
  boolean isEnabled();

  /**
   * Mutes or unmutes the track here.
   *
   * @param enabled false for silence or black
   */
  @JSProperty
  void setEnabled(boolean enabled);

  /**
   * Whether its source gives nothing at the moment.
   *
   * @return whether it does not
   */
  @JSProperty
  boolean isMuted();

  /**
   * The state.
   *
   * @return {@code live} or {@code ended}
   */
  @JSProperty
  String getReadyState();

  /** Ends the track; its source is released when no track uses it. */
  void stop();

  /**
   * Sets the handler of {@code ended}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnended(EventHandler<Event> handler);
}
