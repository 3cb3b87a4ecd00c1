package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import org.teavm.jso.JSObject;

/** Moves values through an open data channel, serialized, in order, and with flow control. */
public final class DataTransfer {
  private static final String RAW = "raw";

  private final RTCDataChannel channel;
  private final TransferListener listener;
  private final SendQueue queue;
  private final Serializer serializer;

  /**
   * Takes over the messages of a channel.
   *
   * @param platform serializes values
   * @param channel an open channel
   * @param serialization {@code binary}, {@code binary-utf8}, {@code json}, {@code raw} or {@code
   *     none}; anything else counts as {@code raw}
   * @param generation who is at the other end
   * @param maxMessageSize the largest frame that the other side takes, in bytes
   * @param listener is told what arrives
   */
  public DataTransfer(
      Platform platform,
      RTCDataChannel channel,
      String serialization,
      Generation generation,
      double maxMessageSize,
      TransferListener listener) {
    this.channel = channel;
    this.listener = listener;
    queue = new SendQueue(channel, maxMessageSize, listener);
    serializer = serializer(platform, serialization, generation);
    channel.setOnmessage(event -> serializer.receive(event.getData()));
  }

  /**
   * What the other side is told of a serialization.
   *
   * @param serialization any name
   * @return the name where there is such a serialization, else {@code raw}, which it counts as
   */
  public static String wireName(String serialization) {
    return isBinary(serialization) || serialization.equals("json") ? serialization : RAW;
  }

  private static boolean isBinary(String serialization) {
    return serialization.equals("binary") || serialization.equals("binary-utf8");
  }

  private Serializer serializer(Platform platform, String serialization, Generation generation) {
    if (isBinary(serialization)) {
      return new BinarySerializer(platform.codec(), queue, generation, listener);
    }
    if (serialization.equals("json")) {
      return new JsonSerializer(platform, queue, generation, listener);
    }
    if (!serialization.equals(RAW) && !serialization.equals("none")) {
      platform.log(
          LogLevel.WARNING,
          "Unknown serialization, data is passed on as it is",
          Values.of(serialization));
    }
    return new RawSerializer(queue, listener);
  }

  /**
   * Sends a value; what cannot be sent is reported to the listener.
   *
   * @param value the value, or null
   */
  public void send(JSObject value) {
    try {
      serializer.send(value);
    } catch (RuntimeException failure) {
      listener.badData(failure);
    }
  }

  /**
   * The number of messages that wait for room in the channel.
   *
   * @return the number
   */
  public int waiting() {
    return queue.size();
  }

  /**
   * The number of bytes that were sent and are not on their way yet.
   *
   * @return the bytes that wait in the channel and for it; those of a Blob only once it was read
   */
  public double waitingBytes() {
    return queue.bytes();
  }

  /**
   * Closes the channel after everything that was sent has been written to it. The channel delivers
   * what it holds before it tells both ends that it is closed.
   *
   * @param closing called when the channel has been told to close
   */
  public void closeWhenSent(Runnable closing) {
    queue.whenEmpty(
        () -> {
          channel.close();
          closing.run();
        });
  }

  /** Forgets what waits, and the channel. */
  public void stop() {
    queue.clear();
    channel.setOnmessage(null);
  }
}
