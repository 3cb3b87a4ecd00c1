package io.github.teapeer.selenium.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** Many clients of one server, in one thread. Connected until {@link #close()}. */
final class Swarm implements AutoCloseable {
  /** Sockets that are being opened at a time. */
  private static final int OPENING = 100;

  private static final long PATIENCE_NS = 60_000_000_000L;

  private final Selector selector;
  private final List<LoadSocket> sockets = new ArrayList<>();

  Swarm(int port, int count) {
    try {
      selector = Selector.open();
      for (int i = 0; i < count; i++) {
        sockets.add(LoadSocket.connect(selector, port, "load-" + i));
        int known = i + 1;
        if (known % OPENING == 0 || known == count) {
          await("open sockets", () -> sockets.stream().allMatch(LoadSocket::isOpen));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of sockets. */
  int size() {
    return sockets.size();
  }

  private void await(String what, BooleanSupplier condition) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("No " + what + " after a minute");
      }
      turn((socket, length) -> {});
    }
  }

  /** What {@link #relay} measured: messages that arrived a second, and times in milliseconds. */
  record Relayed(double perSecond, double p50, double p99) {}

  /**
   * Has every two neighbours send a message to and fro.
   *
   * @param size the bytes of what a message carries
   * @param seconds how long
   */
  Relayed relay(int size, double seconds) {
    String payload = "x".repeat(size);
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < sockets.size(); i++) {
      String text =
          "{\"type\":\"CANDIDATE\",\"dst\":\"%s\",\"payload\":{\"candidate\":\"%s\",\"connectionId\":\"c\"}}";
      frames.add(LoadSocket.frame(text.formatted(sockets.get(i ^ 1).id(), payload)));
    }
    List<Double> times = new ArrayList<>();
    BiConsumer<LoadSocket, Integer> answer =
        (socket, length) -> {
          if (length >= size) {
            int index = Integer.parseInt(socket.id().substring(5));
            times.add((System.nanoTime() - sockets.get(index ^ 1).sentAt()) / 1e6);
            send(socket, frames.get(index));
          }
        };
    long start = System.nanoTime();
    for (int i = 0; i < sockets.size(); i += 2) {
      send(sockets.get(i), frames.get(i));
    }
    try {
      while (System.nanoTime() - start < seconds * 1e9) {
        turn(answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    return new Relayed(
        times.size() / elapsed, Results.percentile(times, 50), Results.percentile(times, 99));
  }

  private static void send(LoadSocket socket, byte[] frame) {
    try {
      socket.send(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void turn(BiConsumer<LoadSocket, Integer> onMessage) throws IOException {
    selector.select(1000);
    for (var key : selector.selectedKeys()) {
      ((LoadSocket) key.attachment()).handle(onMessage);
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() {
    try {
      for (LoadSocket socket : sockets) {
        socket.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
