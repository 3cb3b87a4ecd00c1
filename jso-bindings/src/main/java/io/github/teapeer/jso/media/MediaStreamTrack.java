package io.github.teapeer.jso.media;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSObject;
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

  /** {@return what the content is like, or empty} */
  default String getContentHint() {
    return NativeMember.getString(this, "contentHint");
  }

  /**
   * Says what the content is like, which guides the encoder.
   *
   * @param hint {@code speech}, {@code music}, {@code motion}, {@code detail}, {@code text} or
   *     empty
   */
  default void setContentHint(String hint) {
    NativeMember.set(this, "contentHint", hint);
  }

  /**
   * Copies the track. Not called {@code clone}, since a Java class could not implement that without
   * overriding {@link Object#clone()}.
   *
   * @return the copy, which is stopped on its own
   */
  default MediaStreamTrack cloneTrack() {
    return NativeMember.call(this, "clone");
  }

  /**
   * What the track is like.
   *
   * @return a dictionary
   */
  default MediaTrackSettings getSettings() {
    return NativeMember.call(this, "getSettings");
  }

  /**
   * What was asked for.
   *
   * @return a dictionary
   */
  default MediaTrackConstraints getConstraints() {
    return NativeMember.call(this, "getConstraints");
  }

  /**
   * Changes what the track is like.
   *
   * @param constraints what the track shall be like
   * @return a promise that is fulfilled when it is done; rejected with an {@link
   *     OverconstrainedError} where it cannot be
   */
  default Promise<JSObject> applyConstraints(MediaTrackConstraints constraints) {
    return NativeMember.call(this, "applyConstraints", constraints);
  }

  /**
   * Sets the handler of {@code mute}.
   *
   * @param handler the handler, or null
   */
  default void setOnmute(EventHandler<Event> handler) {
    NativeMember.set(this, "onmute", handler);
  }

  /**
   * Sets the handler of {@code unmute}.
   *
   * @param handler the handler, or null
   */
  default void setOnunmute(EventHandler<Event> handler) {
    NativeMember.set(this, "onunmute", handler);
  }
}
