package io.github.teapeer.jso.media;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import org.teavm.jso.JSProperty;

/**
 * Cameras, microphones and screens. There on HTTPS and on localhost only.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediadevices">Media Capture and
 *     Streams, MediaDevices</a>
 */
public interface MediaDevices extends EventTarget {
  /**
   * Asks the user for a camera, a microphone or both.
   *
   * @param constraints what is wanted; audio, video or both
   * @return a promise of the stream; rejected with {@code NotAllowedError}, {@code NotFoundError},
   *     {@code NotReadableError}, {@code OverconstrainedError} and others
   */
  Promise<MediaStream> getUserMedia(MediaStreamConstraints constraints);

  /**
   * Asks the user for a screen, a window or a tab; must be called from a user's action, such as a
   * click.
   *
   * @param options what is wanted
   * @return a promise of the stream; rejected with {@code NotAllowedError} and others
   */
  Promise<MediaStream> getDisplayMedia(DisplayMediaStreamOptions options);

  /**
   * Lists the devices.
   *
   * @return a promise of them; without labels before the user has allowed one
   */
  Promise<Sequence<MediaDeviceInfo>> enumerateDevices();

  /**
   * Tells which constraints the browser knows.
   *
   * @return a dictionary
   */
  MediaTrackSupportedConstraints getSupportedConstraints();

  /**
   * Sets the handler of {@code devicechange}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOndevicechange(EventHandler<Event> handler);
}
