package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import org.teavm.jso.JSObject;

/**
 * Writes messages into a channel, in order, while the channel buffers less than {@link
 * #HIGH_WATER_MARK}; the rest waits for its {@code bufferedamountlow}.
 */
final class SendQueue {
  /** Bytes that the channel may buffer before messages wait. */
  static final int HIGH_WATER_MARK = 1 << 20;

  /** Bytes below which waiting messages go on. */
  static final int LOW_WATER_MARK = 1 << 18;

  private final RTCDataChannel channel;
  private final double maxMessageSize;
  private final TransferListener listener;
  private final CompactList<OutgoingMessage> messages = new CompactList<>();
  private Runnable whenEmpty;

  SendQueue(RTCDataChannel channel, double maxMessageSize, TransferListener listener) {
    this.channel = channel;
    this.maxMessageSize = maxMessageSize;
    this.listener = listener;
    channel.setBufferedAmountLowThreshold(LOW_WATER_MARK);
    channel.setOnbufferedamountlow(event -> pump());
  }

  /** The number of messages that wait. */
  int size() {
    return messages.size();
  }

  /** The number of bytes that wait, here and in the channel. */
  double bytes() {
    double bytes = channel.getBufferedAmount();
    for (int i = 0; i < messages.size(); i++) {
      bytes += messages.get(i).remaining();
    }
    return bytes;
  }

  /** Whether a frame would be written at once. */
  boolean isFree() {
    return messages.size() == 0 && channel.getBufferedAmount() < HIGH_WATER_MARK;
  }

  /** Writes a frame at once; {@link #isFree} has been asked before. */
  void write(JSObject frame) {
    // Browsers throw, or close the channel, for a message that the other side would not take.
    if (Bytes.exceeds(frame, maxMessageSize)) {
      listener.messageTooBig();
      return;
    }
    try {
      channel.send(frame);
    } catch (RuntimeException failure) {
      listener.badData(failure);
    }
  }

  /** Writes a message as soon as it is its turn. */
  void add(OutgoingMessage message) {
    messages.add(message);
    pump();
  }

  /** Calls once, when every message is in the channel. */
  void whenEmpty(Runnable action) {
    whenEmpty = action;
    pump();
  }

  /** Writes what can be written: to be called when a message has become ready. */
  void pump() {
    while (messages.size() > 0 && channel.getBufferedAmount() < HIGH_WATER_MARK) {
      OutgoingMessage head = messages.get(0);
      if (!head.isReady()) {
        return;
      }
      if (!head.isSent()) {
        write(head.nextFrame());
      }
      if (head.isSent()) {
        messages.remove(head);
      }
    }
    if (messages.size() == 0 && whenEmpty != null) {
      Runnable action = whenEmpty;
      whenEmpty = null;
      action.run();
    }
  }

  /** Forgets what waits. */
  void clear() {
    messages.drain();
    whenEmpty = null;
    channel.setOnbufferedamountlow(null);
  }
}
