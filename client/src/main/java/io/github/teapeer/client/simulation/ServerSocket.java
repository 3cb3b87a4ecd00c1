package io.github.teapeer.client.simulation;

import java.nio.charset.StandardCharsets;

/** A server's end of a WebSocket. */
final class ServerSocket {
  /** Is told what comes from the client. */
  interface Listener {
    void received(String text);

    void closed();
  }

  private static final int FRAME_BYTES = 20;
  private static final int NO_STATUS = 1005;

  private final SimulatedSignalingServer server;
  private final SimulatedWebSocket client;
  private final Pipe down;
  private Listener listener;
  private boolean arrived;
  private boolean open;

  ServerSocket(SimulatedSignalingServer server, SimulatedWebSocket client, Pipe down) {
    this.server = server;
    this.client = client;
    this.down = down;
  }

  SimulatedUrl url() {
    return client.url();
  }

  /** Whether the client's request has reached the server's host. */
  boolean hasArrived() {
    return arrived;
  }

  void arrive() {
    arrived = true;
  }

  void accept(Listener newListener) {
    open = true;
    listener = newListener;
    down.send(Packet.of(FRAME_BYTES, client::opened));
  }

  void refuse() {
    down.send(Packet.of(FRAME_BYTES, client::failed));
  }

  void send(String text) {
    if (open) {
      int bytes = text.getBytes(StandardCharsets.UTF_8).length;
      down.send(Packet.of(FRAME_BYTES + bytes, () -> client.received(text)));
    }
  }

  /** Closes with the closing handshake. */
  void close() {
    if (open) {
      open = false;
      down.send(Packet.of(FRAME_BYTES, () -> client.closed(NO_STATUS, "")));
      listener.closed();
    }
  }

  /** Ends without a closing handshake, as the death of the server's process does. */
  void reset() {
    if (open) {
      open = false;
      down.abort(Packet.of(FRAME_BYTES, client::lost));
      listener.closed();
    }
  }

  void receive(String text) {
    server.work(
        () -> {
          if (open) {
            listener.received(text);
          }
        });
  }

  void receiveClose(int code, String reason) {
    server.work(
        () -> {
          if (open) {
            open = false;
            down.send(Packet.of(FRAME_BYTES, () -> client.closed(code, reason)));
            listener.closed();
          }
        });
  }

  void receiveReset() {
    server.work(
        () -> {
          if (open) {
            open = false;
            listener.closed();
          }
        });
  }

  /** The client cannot be reached any more, which the server does not know. */
  void abandon() {
    down.close();
  }
}
