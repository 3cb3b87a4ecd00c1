package io.github.teapeer.client.signaling;

import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.websocket.WebSocket;

/** A WebSocket as a {@link Line}; it carries messages both ways. */
final class SocketLine implements Line {
  private final WebSocket socket;

  /**
   * Opens a socket.
   *
   * @throws RuntimeException where the platform refuses to
   */
  SocketLine(Platform platform, String url, Listener listener) {
    WebSocket opening = platform.newWebSocket(url);
    opening.setOnopen(event -> listener.lineOpened(this));
    opening.setOnmessage(event -> listener.lineReceived(this, Values.asString(event.getData())));
    opening.setOnclose(event -> listener.lineEnded(this, 0));
    socket = opening;
  }

  /** The platform's socket. */
  WebSocket webSocket() {
    return socket;
  }

  /** Sends a text; to be called while it is open. */
  void send(String text) {
    socket.send(text);
  }

  /** Whether it has opened and not ended. */
  boolean isOpen() {
    return socket.getReadyState() == WebSocket.OPEN;
  }

  @Override
  public void close() {
    socket.setOnopen(null);
    socket.setOnmessage(null);
    socket.setOnclose(null);
    socket.close();
  }
}
