package io.github.teapeer.selenium.network;

import io.github.teapeer.selenium.machine.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** This JVM's side of a {@link Door}. Open until {@link #close()}. */
final class DoorKeeper implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

  private final Path folder;
  private final Path socket;
  private final ChildProcess door;
  private final List<ServerSocketChannel> listeners = new ArrayList<>();

  /**
   * Opens a door.
   *
   * @param enter makes a command run in the namespace
   */
  DoorKeeper(UnaryOperator<List<String>> enter) {
    try {
      folder = Files.createTempDirectory("teapeer-door-");
      socket = folder.resolve("socket");
      door = ChildProcess.start(enter.apply(command(socket)), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      door.await("door", START_TIMEOUT, () -> door.output().contains(Door.READY));
    } catch (IllegalStateException e) {
      close();
      throw e;
    }
  }

  /** The port here that leads to the one there. */
  int reach(int port) {
    try {
      ServerSocketChannel listener = ServerSocketChannel.open();
      listeners.add(listener);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Thread thread = new Thread(() -> accept(listener, port), "door to " + port);
      thread.setDaemon(true);
      thread.start();
      return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (door) {
      for (ServerSocketChannel listener : listeners) {
        listener.close();
      }
      Files.deleteIfExists(socket);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocketChannel listener, int port) {
    try {
      while (true) {
        pass(listener.accept(), port);
      }
    } catch (IOException closed) {
      // It listens no more.
    }
  }

  private void pass(SocketChannel visitor, int port) throws IOException {
    try {
      SocketChannel inside = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      inside.write(ByteBuffer.allocate(Character.BYTES).putChar((char) port).flip());
      Pump.join(visitor, inside);
    } catch (IOException gone) {
      visitor.close();
    }
  }

  /** A JVM as small as it gets, with no more than these classes. */
  private static List<String> command(Path socket) {
    try {
      Path classes =
          Path.of(Door.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return List.of(
          ProcessHandle.current().info().command().orElse("java"),
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Xmx32m",
          "-cp",
          classes.toString(),
          Door.class.getName(),
          socket.toString());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
