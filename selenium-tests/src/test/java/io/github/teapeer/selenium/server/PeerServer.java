package io.github.teapeer.selenium.server;

/** A running signalling server that listens on {@code localhost}, without TLS, at the path "/". */
public interface PeerServer extends AutoCloseable {
  /** The port it listens on. */
  int port();

  /** Stops it; sockets to it close. */
  @Override
  void close();
}
