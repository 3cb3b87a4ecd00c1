package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Moves values through an open data channel, serialized, in order, and with flow control. */
public final class DataTransfer {
  private static final String RAW = "raw";

  private final Platform platform;
  private final RTCDataChannel channel;
  private final SendQueue queue;
  private final Serializer serializer;
  private int flow;

  /**
   * Takes over the messages of a channel.
   *
   * @param platform serializes values
   * @param channel an open channel
   * @param serialization {@code binary}, {@code binary-utf8}, {@code json}, {@code raw} or {@code
   *     none}; anything else counts as {@code raw}
   * @param generation who is at the other end
   * @param chunkSize how many bytes of data in a chunk the other side takes; 0 where it said
   *     nothing and is told nothing beyond PeerJS's protocol
   * @param maxMessageSize the largest frame that the other side takes, in bytes
   * @param limits how much of what is incomplete is held
   * @param listener is told what arrives
   */
  public DataTransfer(
      Platform platform,
      RTCDataChannel channel,
      String serialization,
      Generation generation,
      int chunkSize,
      double maxMessageSize,
      Limits limits,
      TransferListener listener) {
    this.platform = platform;
    this.channel = channel;
    queue = new SendQueue(platform, channel, maxMessageSize, listener);
    int understood = chunkSize;
    if (isBinary(serialization)) {
      serializer =
          new BinarySerializer(
              platform,
              queue,
              generation,
              Chunks.dataSize(chunkSize, maxMessageSize),
              limits,
              listener);
    } else if (serialization.equals("json")) {
      serializer = new JsonSerializer(platform, queue, generation, listener);
    } else {
      if (!serialization.equals(RAW) && !serialization.equals("none")) {
        platform.log(
            LogLevel.WARNING, "Unknown serialization: raw is used", Values.of(serialization));
      }
      serializer = new RawSerializer(queue, listener);
      understood = 0; // all frames are the application's
    }
    if (understood > 0) {
      queue.setControlSerializer(serializer, isLossless(channel));
    }
    channel.setOnmessage(event -> serializer.receive(event.getData()));
  }

  /** Whether the channel sends again what was lost until it has arrived. */
  @JSBody(
      params = "channel",
      script = "return channel.maxRetransmits == null && channel.maxPacketLifeTime == null;")
  private static boolean isLossless(RTCDataChannel channel) {
    return channel.getMaxRetransmits() < 0 && channel.getMaxPacketLifeTime() < 0;
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

  /**
   * Sends a value.
   *
   * @param value the value, or null
   * @param signal what ends it while not all of it is in the channel's buffer, or null
   * @param delivery is told what came of it, within the call where that is known at once
   */
  public void send(JSObject value, AbortSignal signal, Delivery delivery) {
    if (signal != null && signal.isAborted()) {
      delivery.ended(Outcome.ABORTED, signal.getReason());
      return;
    }
    if (signal != null) {
      queue.endTask(); // it may end in another way than others
    }
    OutgoingMessage message;
    try {
      message = serializer.message(value);
    } catch (RuntimeException failure) {
      delivery.ended(Outcome.BAD_DATA, platform.errorOf(failure));
      return;
    }
    if (message == null) {
      delivery.ended(Outcome.SENT, null);
      return;
    }
    message.track(delivery, signal, event -> queue.abort(message));
    queue.add(message);
  }

  /**
   * Asks the other side to hold back what it has not sent, or to go on. Nothing happens where it
   * does not understand, or where the channel may lose what it is told.
   *
   * @param hold whether it is to hold back
   */
  public void setHeld(boolean hold) {
    if (queue.isHeeded() && hold == ((flow & 1) == 0)) {
      queue.control(Control.FLOW, ++flow);
      serializer.setHeld(hold);
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
   * @return the bytes that wait in the channel and for it
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

  /** Ends what waits, forgets what is incomplete, and the channel. */
  public void stop() {
    channel.setOnmessage(null);
    serializer.stop();
    queue.stop();
  }
}
