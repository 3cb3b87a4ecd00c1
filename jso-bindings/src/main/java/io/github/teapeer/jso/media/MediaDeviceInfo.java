package io.github.teapeer.jso.media;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A camera, a microphone or a loudspeaker.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediadeviceinfo">Media Capture and
 *     Streams, MediaDeviceInfo</a>
 */
public interface MediaDeviceInfo extends JSObject {
  /**
   * {@return the identifier, the same whenever the user visits this site; empty before the user has
   * allowed a device}
   */
  @JSProperty
  String getDeviceId();

  /** {@return {@code audioinput}, {@code audiooutput} or {@code videoinput}} */
  @JSProperty
  String getKind();

  /** {@return the name, or empty before the user has allowed a device} */
  @JSProperty
  String getLabel();

  /** {@return the same for devices that belong together} */
  @JSProperty
  String getGroupId();

  /**
   * The same as a plain object.
   *
   * @return the object
   */
  JSObject toJSON();
}
