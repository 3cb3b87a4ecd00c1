package io.github.teapeer.jso.dom;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * A function that is called with an event.
 *
 * @param <E> the event's type
 * @see <a href="https://html.spec.whatwg.org/#eventhandler">HTML, EventHandler</a>
 */
@JSFunctor
@FunctionalInterface
public interface EventHandler<E extends Event> extends JSObject {
  /**
   * Called for every event.
   *
   * @param event the event
   */
  void handleEvent(E event);
}
