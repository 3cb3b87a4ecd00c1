package io.github.teapeer.selenium.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjIntConsumer;

/**
 * A WebSocket to a signalling server that takes as little of the machine as possible, so that the
 * server is what is measured. It never reads what it gets but for its length.
 */
final class LoadSocket {
  private static final int TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int LENGTH_IN_TWO_BYTES = 126;
  private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final int index;
  private final ByteBuffer in = ByteBuffer.allocate(4096);
  private ByteBuffer out;
  private boolean open;

  private LoadSocket(SocketChannel channel, SelectionKey key, int index, ByteBuffer request) {
    this.channel = channel;
    this.key = key;
    this.index = index;
    out = request;
  }

  /** Starts to connect, by an id that ends with the index. */
  static LoadSocket connect(Selector selector, int port, String name, int index)
      throws IOException {
    String id = name + index;
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
    LoadSocket socket =
        new LoadSocket(channel, key, index, ByteBuffer.wrap(RawClient.upgrade(port, id)));
    key.attach(socket);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  /** Which of its swarm it is. */
  int index() {
    return index;
  }

  /** Whether the server has accepted it. */
  boolean isOpen() {
    return open;
  }

  /** Sends a frame made by {@link #frame}, after what has not been sent yet. */
  void send(byte[] frame) throws IOException {
    if (out.hasRemaining()) {
      out = ByteBuffer.allocate(out.remaining() + frame.length).put(out).put(frame).flip();
    } else {
      out = ByteBuffer.wrap(frame);
    }
    write();
  }

  /** Does what the selector says that can be done; tells of each message, with its length. */
  void handle(ObjIntConsumer<LoadSocket> onMessage) throws IOException {
    if (key.isConnectable() && channel.finishConnect()) {
      write();
    } else if (key.isWritable()) {
      write();
    }
    if (key.isValid() && key.isReadable()) {
      if (channel.read(in) < 0) {
        throw new IOException("The server has hung up on socket " + index);
      }
      in.flip();
      consume(onMessage);
      in.compact();
    }
  }

  void close() throws IOException {
    channel.close();
  }

  private void write() throws IOException {
    channel.write(out);
    if (out.hasRemaining()) {
      key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    } else {
      key.interestOps(SelectionKey.OP_READ);
      out = NOTHING;
    }
  }

  private void consume(ObjIntConsumer<LoadSocket> onMessage) throws IOException {
    if (!open && !skipHeaders()) {
      return;
    }
    while (in.remaining() >= 2) {
      int length = in.get(in.position() + 1) & 0x7f;
      int header = 2;
      if (length == LENGTH_IN_TWO_BYTES) {
        if (in.remaining() < 4) {
          return;
        }
        length = in.getShort(in.position() + 2) & 0xffff;
        header = 4;
      }
      if (in.remaining() < header + length) {
        return;
      }
      in.position(in.position() + header + length);
      if (open) {
        onMessage.accept(this, length);
      }
      open = true; // by the first message, which is OPEN
    }
  }

  /** Whether the answer to the request has been read. */
  private boolean skipHeaders() {
    if (in.hasRemaining() && in.get(in.position()) != 'H') {
      return true;
    }
    for (int i = in.position(); i + END_OF_HEADERS.length <= in.limit(); i++) {
      if (in.slice(i, END_OF_HEADERS.length).equals(ByteBuffer.wrap(END_OF_HEADERS))) {
        in.position(i + END_OF_HEADERS.length);
        return true;
      }
    }
    return false;
  }

  /** A text frame of a client, masked with zeros. */
  static byte[] frame(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(content.length + 8)
        .put((byte) TEXT)
        .put((byte) (MASKED | LENGTH_IN_TWO_BYTES))
        .putShort((short) content.length)
        .putInt(0)
        .put(content)
        .array();
  }
}
