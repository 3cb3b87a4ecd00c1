package io.github.teapeer.jso.websocket;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import io.github.teapeer.jso.dom.MessageEvent;
import io.github.teapeer.jso.dom.NativeMember;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A WebSocket.
 *
 * @see <a href="https://websockets.spec.whatwg.org/#the-websocket-interface">WebSockets</a>
 */
public interface WebSocket extends EventTarget {
  /**
   * Opens a socket; browsers only.
   *
   * @param url a ws or wss URL
   * @param protocols the subprotocols that will do, the best first
   * @return the socket, connecting
   */
  @JSBody(
      params = {"url", "protocols"},
      script = "return new WebSocket(url, protocols);")
  static WebSocket create(String url, String[] protocols) {
    throw new UnsupportedOperationException("A WebSocket is made by the browser");
  }

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

  /** {@return the URL} */
  default String getUrl() {
    return NativeMember.getString(this, "url");
  }

  /** {@return the subprotocol that the server chose, or empty} */
  default String getProtocol() {
    return NativeMember.getString(this, "protocol");
  }

  /** {@return the extensions that the server chose, or empty} */
  default String getExtensions() {
    return NativeMember.getString(this, "extensions");
  }

  /** {@return how binary messages arrive: {@code arraybuffer} or {@code blob}} */
  default String getBinaryType() {
    return NativeMember.getString(this, "binaryType");
  }

  /**
   * Chooses how binary messages arrive.
   *
   * @param type {@code arraybuffer} or {@code blob}, the default
   */
  default void setBinaryType(String type) {
    NativeMember.set(this, "binaryType", type);
  }

  /**
   * Sends a binary message; the socket must not be connecting.
   *
   * @param data an ArrayBuffer, a view or a Blob
   */
  default void send(JSObject data) {
    NativeMember.call(this, "send", data);
  }
}
