package io.github.teapeer.jso.dom;

import org.teavm.jso.JSObject;

/**
 * A message from a socket or a data channel.
 *
 * @see <a href="https://html.spec.whatwg.org/#messageevent">HTML, MessageEvent</a>
 */
public interface MessageEvent extends Event {
  /**
   * The message.
   *
   * @return a string, or binary data as the receiver's {@code binaryType} says
   */
  default JSObject getData() {
    return NativeMember.get(this, "data");
  }

  /** {@return the origin that the message came from, or empty} */
  default String getOrigin() {
    return NativeMember.getString(this, "origin");
  }

  /** {@return the identifier of a server-sent event, or empty} */
  default String getLastEventId() {
    return NativeMember.getString(this, "lastEventId");
  }
}
