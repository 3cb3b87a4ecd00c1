package io.github.teapeer.jso.media;

import io.github.teapeer.jso.dom.DOMException;
import org.teavm.jso.JSProperty;

/**
 * No device does what is required.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#overconstrainederror-interface">Media
 *     Capture and Streams, OverconstrainedError</a>
 */
public interface OverconstrainedError extends DOMException {
  /** {@return the constraint that none meets, or empty} */
  @JSProperty
  String getConstraint();
}
