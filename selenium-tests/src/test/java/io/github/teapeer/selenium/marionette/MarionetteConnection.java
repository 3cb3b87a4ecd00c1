package io.github.teapeer.selenium.marionette;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.json.Json;

/**
 * The Marionette wire protocol, version 3: each message is its length in bytes in decimal, a colon,
 * and a JSON array. A command is {@code [0, id, name, parameters]}, its answer {@code [1, id,
 * error, result]}. One command at a time. Open from construction until {@link #close()}.
 */
final class MarionetteConnection implements AutoCloseable {
  private static final int COMMAND = 0;
  private static final int MAX_LENGTH_DIGITS = 9;
  private static final Json JSON = new Json();

  /**
   * What Firefox answered: exactly one of the two is present.
   *
   * @param error the W3C error object, or null after success
   * @param result the result, which may be null after success too
   */
  record Answer(Map<?, ?> error, Object result) {}

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final OutputStream out;
  private int lastId;

  /**
   * @param timeout for connecting, and for each answer
   */
  MarionetteConnection(int port, Duration timeout) throws IOException {
    int milliseconds = Math.toIntExact(timeout.toMillis());
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(milliseconds);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), milliseconds);
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      out = socket.getOutputStream();
      requireVersion3(read());
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Carries out one command.
   *
   * @throws java.net.SocketTimeoutException when Firefox does not answer in time, after which the
   *     connection is of no more use
   */
  synchronized Answer send(String name, Map<String, Object> parameters) throws IOException {
    int id = ++lastId;
    byte[] message = JSON.toJson(Arrays.asList(COMMAND, id, name, parameters)).getBytes(UTF_8);
    out.write((message.length + ":").getBytes(UTF_8));
    out.write(message);
    out.flush();
    List<?> answer = (List<?>) read();
    if (((Number) answer.get(1)).intValue() != id) {
      throw new ProtocolException("Marionette answered " + answer.get(1) + " to command " + id);
    }
    return new Answer((Map<?, ?>) answer.get(2), answer.get(3));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private Object read() throws IOException {
    StringBuilder length = new StringBuilder();
    for (int next = in.readUnsignedByte(); next != ':'; next = in.readUnsignedByte()) {
      if (next < '0' || next > '9' || length.length() == MAX_LENGTH_DIGITS) {
        throw new ProtocolException("Not a Marionette message: " + length + (char) next);
      }
      length.append((char) next);
    }
    byte[] message = new byte[Integer.parseInt(length.toString())];
    in.readFully(message);
    return JSON.toType(new String(message, UTF_8), Object.class);
  }

  private static void requireVersion3(Object greeting) throws ProtocolException {
    Object version = ((Map<?, ?>) greeting).get("marionetteProtocol");
    if (!(version instanceof Number number) || number.intValue() != 3) {
      throw new ProtocolException("Not Marionette 3: " + greeting);
    }
  }
}
