package io.github.teapeer.selenium.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Joins two connections: what comes from one goes to the other, until either ends. */
final class Pump {
  private static final int BUFFER_SIZE = 1 << 16;

  private Pump() {}

  /** Begins, in threads that do not keep the JVM alive, and owns both connections from now on. */
  static void join(SocketChannel one, SocketChannel other) {
    begin(one, other);
    begin(other, one);
  }

  private static void begin(SocketChannel from, SocketChannel to) {
    Thread thread = new Thread(() -> copy(from, to), "pump");
    thread.setDaemon(true);
    thread.start();
  }

  private static void copy(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
    try (from;
        to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException end) {
      // One of the two has gone, and both are closed.
    }
  }
}
