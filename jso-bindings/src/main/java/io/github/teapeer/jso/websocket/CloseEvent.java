package io.github.teapeer.jso.websocket;

import io.github.teapeer.jso.dom.Event;
import org.teavm.jso.JSProperty;

/**
 * Tells how a WebSocket was closed.
 *
 * @see <a href="https://websockets.spec.whatwg.org/#the-closeevent-interface">WebSockets,
 *     CloseEvent</a>
 */
public interface CloseEvent extends Event {
  /**
   * The close code of RFC 6455, section 7.4.
   *
   * @return the code; 1006 where the connection was lost
   */
  @JSProperty
  int getCode();

  /**
   * The reason that the other side gave.
   *
   * @return the reason, possibly empty
   */
  @JSProperty
  String getReason();

  /**
   * Whether the closing handshake was completed.
   *
   * @return whether it was clean
   */
  @JSProperty
  boolean isWasClean();
}
