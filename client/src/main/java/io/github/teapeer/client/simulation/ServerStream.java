package io.github.teapeer.client.simulation;

/** A server's end of a streamed response. */
final class ServerStream implements ServerLine {
  private static final String PADDING = "0".repeat(2048) + "\n";

  private final SimulatedSignalingServer server;
  private final SimulatedRequest request;
  private Listener listener;
  private boolean open;

  ServerStream(SimulatedSignalingServer server, SimulatedRequest request) {
    this.server = server;
    this.request = request;
  }

  @Override
  public void accept(Listener newListener) {
    open = true;
    listener = newListener;
    request.onHangUp(() -> server.work(() -> end(false)));
    request.begin();
    request.write(PADDING);
  }

  @Override
  public void send(String text) {
    if (open) {
      request.write(text + "\n");
    }
  }

  /** Sends something that is not even a line. */
  void sendRaw(String text) {
    request.write(text);
  }

  @Override
  public void close() {
    if (open) {
      request.end();
      end(true);
    }
  }

  @Override
  public void reset() {
    if (open) {
      request.reset();
      end(false);
    }
  }

  private void end(boolean byServer) {
    if (open) {
      open = false;
      listener.closed(byServer);
    }
  }
}
