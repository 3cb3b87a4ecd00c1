package io.github.teapeer.selenium.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection by which anything can be done to a server. */
final class RawClient implements Closeable {
  private static final int PATIENCE_MS = 30_000;

  /** How long a server that has not hung up is listened to. */
  private static final long TALKING_NS = 500_000_000L;

  /** Small, so that what a client does not read is left to the server soon. */
  private static final int BUFFER = 4096;

  private final Socket socket = new Socket();

  RawClient(int port) throws IOException {
    socket.setReceiveBufferSize(BUFFER);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
  }

  /** A WebSocket that has got its OPEN. */
  static RawClient join(int port, String id) throws IOException {
    RawClient client = new RawClient(port);
    client.send(upgrade(port, id));
    client.readUntil("{\"type\":\"OPEN\"}");
    return client;
  }

  /** The request for a WebSocket, with the id for a token. */
  static byte[] upgrade(int port, String id) {
    return """
        GET /peerjs?key=peerjs&id=%s&token=%s&version=1.5.5 HTTP/1.1
        Host: localhost:%d
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Sec-WebSocket-Version: 13

        """
        .formatted(id, id, port)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads until the text has come. */
  void readUntil(String text) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    while (!read.toString(StandardCharsets.ISO_8859_1).contains(text)) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("Hung up on after " + read.toString(StandardCharsets.ISO_8859_1));
      }
      read.write(next);
    }
  }

  /** Reads and forgets what comes, until the end. */
  void drain() throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[64 * 1024];
    int read = 0;
    while (read >= 0) {
      read = in.read(buffer);
    }
  }

  /** Whether a close frame is the last of what was read. */
  private static boolean endsWithClose(byte[] bytes, int length) {
    for (int text = 0; text <= 125 && text + 2 <= length; text++) {
      int start = length - text - 2;
      if (bytes[start] == (byte) 0x88 && bytes[start + 1] == text) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the server has ended the connection, or says so. Reads what it has sent before that.
   *
   * @param quietMillis how long nothing may come from a server that has not
   */
  boolean isLetGo(int quietMillis) throws IOException {
    socket.setSoTimeout(quietMillis);
    long deadline = System.nanoTime() + TALKING_NS;
    byte[] buffer = new byte[64 * 1024];
    try {
      while (System.nanoTime() < deadline) {
        int read = socket.getInputStream().read(buffer);
        if (read < 0 || endsWithClose(buffer, read)) {
          return true;
        }
      }
      return false; // it goes on talking
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
