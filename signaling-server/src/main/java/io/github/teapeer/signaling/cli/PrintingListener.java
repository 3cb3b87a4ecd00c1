package io.github.teapeer.signaling.cli;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.SignalingListener;
import java.io.PrintWriter;

/** Says who comes and goes, as npm's {@code peerjs} command does. */
final class PrintingListener implements SignalingListener {
  private final PrintWriter out;

  PrintingListener(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void connected(String id, boolean reconnected) {
    print((reconnected ? "Client reconnected: " : "Client connected: ") + id);
  }

  @Override
  public void disconnected(String id, Departure why) {
    print("Client disconnected: " + id);
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }
}
