package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A WebSocket without manners: it sends the bytes it is told to, and answers nothing. */
final class RawSocket implements Closeable {
  private final Socket socket;
  private final DataInputStream in;

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  static RawSocket open(int port, String path) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout((int) TestSocket.PATIENCE.toMillis());
    RawSocket raw = new RawSocket(socket);
    raw.send(
        String.join(
                "\r\n",
                "GET " + path + " HTTP/1.1",
                "Host: localhost",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Extensions: permessage-deflate",
                "",
                "")
            .getBytes(StandardCharsets.US_ASCII));
    String head = raw.readHead();
    assertThat(head)
        .startsWith("HTTP/1.1 101 ")
        .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
    assertThat(head).doesNotContain("Sec-WebSocket-Extensions");
    return raw;
  }

  static RawSocket join(SignalingServer server, String id) throws IOException {
    return join(server.port(), "/", id);
  }

  static RawSocket join(int port, String path, String id) throws IOException {
    RawSocket raw = open(port, path + "peerjs?key=peerjs&token=T&id=" + id);
    assertThat(raw.readText()).isEqualTo(TestSocket.OPEN);
    return raw;
  }

  private String readHead() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(in.readUnsignedByte());
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Sends a text frame, masked with zeros. */
  void sendText(byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(new byte[] {(byte) 0x81, (byte) (0x80 | payload.length), 0, 0, 0, 0});
    frame.writeBytes(payload);
    send(frame.toByteArray());
  }

  /** Sends many messages at once that take longer to read than to send. */
  void sendNonsense(int count) {
    byte[] payload = "{\"type\":".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      frames.writeBytes(new byte[] {(byte) 0x81, (byte) (0x80 | payload.length), 0, 0, 0, 0});
      frames.writeBytes(payload);
    }
    try {
      send(frames.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a short text frame. */
  String readText() throws IOException {
    assertThat(in.readUnsignedByte()).isEqualTo(0x81);
    return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
  }

  /** Reads an empty pong. */
  void readPong() throws IOException {
    assertThat(in.readUnsignedShort()).isEqualTo(0x8a00);
  }

  /** Reads a close frame. */
  int readCloseCode() throws IOException {
    assertThat(in.readUnsignedByte()).isEqualTo(0x88);
    int length = in.readUnsignedByte();
    if (length == 0) {
      return 1005;
    }
    int code = in.readUnsignedShort();
    in.skipNBytes(length - 2);
    return code;
  }

  /** Reads until the server ends the connection. */
  byte[] readToEnd() throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        read.write(next);
      }
    } catch (SocketException e) {
      assertThat(e).hasMessage("Connection reset");
    }
    return read.toByteArray();
  }

  /** Sends messages, without minding what comes back, until nobody is there to take them. */
  void talkUntilReset() throws InterruptedException {
    long deadline = System.nanoTime() + TestSocket.PATIENCE.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        sendText("{}".getBytes(StandardCharsets.US_ASCII));
        Thread.sleep(50); // nothing tells when the server has gone but trying
      }
    } catch (IOException gone) {
      return;
    }
    throw new AssertionError("the server still takes messages after " + TestSocket.PATIENCE);
  }

  boolean isOpen() {
    return !socket.isClosed();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
