package io.github.teapeer.jso.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * An event.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-event">DOM, Event</a>
 */
public interface Event extends JSObject {
  /**
   * Makes an event; browsers only.
   *
   * @param type its name
   * @param init its properties, or null
   * @return the event
   */
  @JSBody(
      params = {"type", "init"},
      script = "return new Event(type, init || undefined);")
  static Event create(String type, EventInit init) {
    throw new UnsupportedOperationException("An Event is made by the browser");
  }

  /**
   * The event's name, such as {@code "open"}.
   *
   * @return the type
   */
  @JSProperty
  String getType();

  /** {@return what the event is dispatched to, or null before} */
  default EventTarget getTarget() {
    return NativeMember.get(this, "target");
  }

  /** {@return whose listener is being called, or null} */
  default EventTarget getCurrentTarget() {
    return NativeMember.get(this, "currentTarget");
  }

  /** {@return whether the event is dispatched to ancestors as well} */
  default boolean isBubbles() {
    return NativeMember.getBoolean(this, "bubbles");
  }

  /** {@return whether {@link #preventDefault} has an effect} */
  default boolean isCancelable() {
    return NativeMember.getBoolean(this, "cancelable");
  }

  /** {@return whether {@link #preventDefault} had an effect} */
  default boolean isDefaultPrevented() {
    return NativeMember.getBoolean(this, "defaultPrevented");
  }

  /** {@return whether the browser made the event, and not a page} */
  default boolean isTrusted() {
    return NativeMember.getBoolean(this, "isTrusted");
  }

  /** {@return when the event was made, in milliseconds since the page was} */
  default double getTimeStamp() {
    return NativeMember.getDouble(this, "timeStamp");
  }

  /** Asks the browser not to do what it does by default. */
  default void preventDefault() {
    NativeMember.call(this, "preventDefault");
  }

  /** Ends the dispatch to other targets. */
  default void stopPropagation() {
    NativeMember.call(this, "stopPropagation");
  }

  /** Ends the dispatch to other listeners and targets. */
  default void stopImmediatePropagation() {
    NativeMember.call(this, "stopImmediatePropagation");
  }
}
