package io.github.teapeer.jso.dom;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * An event.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-event">DOM, Event</a>
 */
public interface Event extends JSObject {
  /**
   * The event's name, such as {@code "open"}.
   *
   * @return the type
   */
  @JSProperty
  String getType();
}
