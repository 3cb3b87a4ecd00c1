package io.github.teapeer.jso.dom;

import org.teavm.jso.JSObject;

/**
 * What events are dispatched to. The interfaces here offer the {@code on…} attributes as well,
 * which hold one handler each.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-eventtarget">DOM, EventTarget</a>
 */
public interface EventTarget extends JSObject {
  /**
   * Adds a listener.
   *
   * @param type the event's name
   * @param handler what is called; the same object removes it again
   */
  void addEventListener(String type, EventHandler<? extends Event> handler);

  /**
   * Removes a listener; nothing happens if it was not there.
   *
   * @param type the event's name
   * @param handler the object that was added
   */
  void removeEventListener(String type, EventHandler<? extends Event> handler);

  /**
   * Adds a listener.
   *
   * @param type the event's name
   * @param handler what is called; the same object removes it again
   * @param options how it is added
   */
  default void addEventListener(
      String type, EventHandler<? extends Event> handler, AddEventListenerOptions options) {
    NativeMember.addEventListener(this, type, handler, options);
  }

  /**
   * Calls the listeners of an event, at once.
   *
   * @param event the event
   * @return false if a listener called {@code preventDefault} on an event that allows it
   */
  default boolean dispatchEvent(Event event) {
    return NativeMember.dispatchEvent(this, event);
  }
}
