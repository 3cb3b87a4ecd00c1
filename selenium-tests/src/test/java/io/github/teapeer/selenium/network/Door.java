package io.github.teapeer.selenium.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * The program that lets the JVM of the tests into a network namespace. The two share no network,
 * but they do share files: it listens at a socket in the file system. Whoever connects says by two
 * bytes to which port on the namespace's loopback address.
 */
final class Door {
  static final String READY = "ready";

  private Door() {}

  /** Runs until it is ended; the argument is the socket's path. */
  public static void main(String[] arguments) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(arguments[0]));
      System.out.println(READY);
      while (true) {
        admit(server.accept());
      }
    }
  }

  private static void admit(SocketChannel visitor) throws IOException {
    try {
      ByteBuffer port = ByteBuffer.allocate(Character.BYTES);
      while (port.hasRemaining()) {
        if (visitor.read(port) < 0) {
          throw new IOException("Left without saying where to");
        }
      }
      InetSocketAddress inside =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port.flip().getChar());
      Pump.join(visitor, SocketChannel.open(inside));
    } catch (IOException nobodyThere) {
      visitor.close();
    }
  }
}
