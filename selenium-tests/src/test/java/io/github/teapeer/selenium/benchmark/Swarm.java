package io.github.teapeer.selenium.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;

/** Many clients of one server, in one thread. Connected until {@link #close()}. */
final class Swarm implements AutoCloseable {
  /** Sockets that are being opened at a time. */
  private static final int OPENING = 100;

  private static final long PATIENCE_NS = 60_000_000_000L;
  private static final long BEAT_NS = 1_000_000_000L;
  private static final long SETTLING_NS = 2_000_000_000L;
  private static final int PAYLOAD = 1500;
  private static final byte[] HEARTBEAT = LoadSocket.frame("{\"type\":\"HEARTBEAT\"}");

  private final Selector selector;
  private final String name;
  private final List<LoadSocket> sockets = new ArrayList<>();
  private int firstClosed;

  Swarm(int port, String name, int count) {
    this.name = name;
    try {
      selector = Selector.open();
      add(port, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens so many sockets more. */
  void add(int port, int count) {
    try {
      for (int i = 1; i <= count; i++) {
        sockets.add(LoadSocket.connect(selector, port, name, sockets.size()));
        if (i % OPENING == 0 || i == count) {
          await("open sockets", this::allOpen);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean allOpen() {
    while (firstClosed < sockets.size() && sockets.get(firstClosed).isOpen()) {
      firstClosed++;
    }
    return firstClosed == sockets.size();
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
      turn(1000, (socket, length) -> {});
    }
  }

  /**
   * What {@link #relay} measured: messages that arrived a second, and how long they took, in
   * milliseconds, those included that had not arrived by its end.
   */
  record Relayed(double perSecond, double p50, double p99, double longest) {}

  /** Has every two neighbours send a message to and fro, one at a time, as fast as they can. */
  Relayed relay(double seconds) {
    return relay(seconds, 0);
  }

  /**
   * Has every two neighbours send a message to and fro, one at a time.
   *
   * @param seconds how long
   * @param pauseMillis how long each waits with its answer
   */
  Relayed relay(double seconds, int pauseMillis) {
    try {
      return new Relay(pauseMillis * 1_000_000L).run(seconds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Relay {
    private final long pause;
    private final List<byte[]> frames = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private final Boolean[] waiting = new Boolean[sockets.size()];
    private final Queue<LoadSocket> pausing = new ArrayDeque<>();
    private final Queue<Long> until = new ArrayDeque<>();
    private final long[] sentAt = new long[sockets.size()];
    private boolean over;
    private long lastBeat;

    Relay(long pause) {
      this.pause = pause;
      Arrays.fill(waiting, false);
      String payload = "x".repeat(PAYLOAD);
      String text =
          "{\"type\":\"CANDIDATE\",\"dst\":\"%s%d\",\"payload\":{\"candidate\":\"%s\",\"connectionId\":\"c\"}}";
      for (int i = 0; i < sockets.size(); i++) {
        frames.add(LoadSocket.frame(text.formatted(name, i ^ 1, payload)));
      }
    }

    Relayed run(double seconds) throws IOException {
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      beat();
      for (int i = 0; i < sockets.size(); i += 2) {
        send(sockets.get(i));
      }
      for (long now = start; now < end; now = System.nanoTime()) {
        if (now - lastBeat > BEAT_NS) {
          beat();
        }
        long next = until.isEmpty() ? end : Math.min(end, until.peek());
        turn(Math.max(0, Math.min(500, (next - now) / 1_000_000)), this::received);
        goOn();
      }
      double elapsed = (System.nanoTime() - start) / 1e9;
      int arrived = times.size();
      settle();
      long now = System.nanoTime();
      for (int i = 0; i < waiting.length; i++) {
        if (waiting[i]) {
          times.add((now - sentAt[i ^ 1]) / 1e6);
        }
      }
      return new Relayed(
          arrived / elapsed,
          Results.percentile(times, 50),
          Results.percentile(times, 99),
          Results.percentile(times, 100));
    }

    /** Shows that all are alive: npm's server goes by nothing else. */
    private void beat() throws IOException {
      lastBeat = System.nanoTime();
      for (LoadSocket socket : sockets) {
        socket.send(HEARTBEAT);
      }
    }

    /** Waits for what is under way, so that the next relay has the swarm to itself. */
    private void settle() throws IOException {
      over = true;
      long deadline = System.nanoTime() + SETTLING_NS;
      while (Arrays.asList(waiting).contains(true) && System.nanoTime() < deadline) {
        turn(100, this::received);
      }
    }

    private void received(LoadSocket socket, int length) {
      if (length < PAYLOAD) {
        return;
      }
      long now = System.nanoTime();
      times.add((now - sentAt[socket.index() ^ 1]) / 1e6);
      waiting[socket.index()] = false;
      if (over) {
        return;
      }
      if (pause == 0) {
        send(socket);
      } else {
        pausing.add(socket);
        until.add(now + pause);
      }
    }

    private void goOn() {
      long now = System.nanoTime();
      while (!until.isEmpty() && until.peek() <= now) {
        until.remove();
        send(pausing.remove());
      }
    }

    private void send(LoadSocket socket) {
      waiting[socket.index() ^ 1] = true;
      sentAt[socket.index()] = System.nanoTime();
      try {
        socket.send(frames.get(socket.index()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void turn(long millis, ObjIntConsumer<LoadSocket> onMessage) throws IOException {
    if (millis == 0) {
      selector.selectNow();
    } else {
      selector.select(millis);
    }
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
