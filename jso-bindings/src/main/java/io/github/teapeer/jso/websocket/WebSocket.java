package io.github.teapeer.jso.websocket;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import io.github.teapeer.jso.dom.MessageEvent;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;

/**
 * A WebSocket.
 *
 * @see <a href="https://websockets.spec.whatwg.org/#the-websocket-interface">WebSockets</a>
 */
public interface WebSocket extends EventTarget {
  /** {@link #getReadyState}: the connection is being made. */
  int CONNECTING = 0;

  /** {@link #getReadyState}: messages can be sent. */
  int OPEN = 1;

  /** {@link #getReadyState}: the closing handshake is under way. */
  int CLOSING = 2;

  /** {@link #getReadyState}: closed, or never opened. */
  int CLOSED = 3;

  /**
   * Opens a socket; browsers only.
   *
   * @param url a ws or wss URL
   * @return the socket, connecting
   */
  @JSBody(params = "url", script = "return new WebSocket(url);")
  static WebSocket create(String url) {
    throw new UnsupportedOperationException("A WebSocket is made by the browser: " + url);
  }

  /**
   * The state.
   *
   * @return one of the constants above
   */
  @JSProperty
  int getReadyState();

  /**
   * Bytes that were sent and are not on the network yet.
   *
   * @return the number of bytes
   */
  @JSProperty
  double getBufferedAmount();

  /**
   * Sends a text message.
   *
   * @param data the message
   */
  void send(String data);

  /** Starts the closing handshake; nothing happens if it has started before. */
  void close();

  /**
   * Starts the closing handshake.
   *
   * @param code 1000, or 3000 to 4999
   * @param reason at most 123 bytes of UTF-8
   */
  void close(int code, String reason);

  /**
   * Sets the handler of {@code open}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnopen(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code message}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnmessage(EventHandler<MessageEvent> handler);

  /**
   * Sets the handler of {@code error}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnerror(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code close}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnclose(EventHandler<CloseEvent> handler);
}
