package io.github.teapeer.client.simulation;

import java.nio.charset.StandardCharsets;

/** A server's end of a WebSocket. */
final class ServerSocket implements ServerLine {
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

  @Override
  public void accept(Listener newListener) {
    open = true;
    listener = newListener;
    down.send(Packet.of(FRAME_BYTES, client::opened));
  }

  /** Asks the client's browser for a pong, and is told when that comes. */
  void probe(Runnable heard) {
    down.send(
        Packet.of(
            FRAME_BYTES,
            () ->
                client.pong(
                    () ->
                        server.work(
                            () -> {
                              if (open) {
                                heard.run();
                              }
                            }))));
  }

  void refuse() {
    down.send(Packet.of(FRAME_BYTES, client::failed));
  }

  @Override
  public void send(String text) {
    if (open) {
      int bytes = text.getBytes(StandardCharsets.UTF_8).length;
      down.send(Packet.of(FRAME_BYTES + bytes, () -> client.received(text)));
    }
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      down.send(Packet.of(FRAME_BYTES, () -> client.closed(NO_STATUS, "")));
      listener.closed(true);
    }
  }

  @Override
  public void reset() {
    if (open) {
      open = false;
      down.abort(Packet.of(FRAME_BYTES, client::lost));
      listener.closed(false);
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
            listener.closed(false);
          }
        });
  }

  void receiveReset() {
    server.work(
        () -> {
          if (open) {
            open = false;
            listener.closed(false);
          }
        });
  }

  /** The client cannot be reached any more, which the server does not know. */
  void abandon() {
    down.close();
  }
}
