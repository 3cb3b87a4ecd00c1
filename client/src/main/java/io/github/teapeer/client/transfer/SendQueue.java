package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import org.teavm.jso.JSObject;

/**
 * Writes messages into a channel, in order, while the channel buffers less than {@link
 * #HIGH_WATER_MARK} and the other side takes more; the rest waits for its {@code
 * bufferedamountlow}.
 */
final class SendQueue {
  /**
   * Bytes that the channel may buffer before messages wait. A message that is sent without being
   * copied comes on top, once.
   */
  static final int HIGH_WATER_MARK = 1 << 20;

  /**
   * Bytes of small messages that go along with each other in a frame: they are what a frame costs,
   * so that more of them make no difference.
   */
  private static final int JOINED_SIZE = 16_000;

  /** Bytes below which waiting messages go on. */
  static final int LOW_WATER_MARK = 1 << 18;

  private final Platform platform;
  private final RTCDataChannel channel;
  private final double maxMessageSize;
  private final TransferListener listener;
  private final CompactList<OutgoingMessage> messages = new CompactList<>();
  private Serializer controlSerializer;
  private Runnable whenEmpty;
  private int threshold;
  private boolean full;
  private int flow;

  /** Whether the other side understands what it is told, and no frame of that is lost. */
  private boolean heeded;

  /** Whether something small was sent in this task to who understands that. */
  private boolean busy;

  /** What others join until the task is over: the only message that is queued then. */
  private OutgoingMessage open;

  SendQueue(
      Platform platform, RTCDataChannel channel, double maxMessageSize, TransferListener listener) {
    this.platform = platform;
    this.channel = channel;
    this.maxMessageSize = maxMessageSize;
    this.listener = listener;
    channel.addEventListener("bufferedamountlow", event -> resume());
  }

  /** The number of messages that wait; those that share a frame are one. */
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
    return (open != null || messages.size() == 0) && hasRoom();
  }

  /**
   * Whether there is a message that another one may join: one that was sent in this task, but not
   * as the first.
   *
   * @param size how many bytes there would be in its frame then
   */
  boolean isOpen(int size) {
    if (size > JOINED_SIZE) {
      pump();
    }
    return open != null;
  }

  /**
   * Makes a message, or has it join the one that is open.
   *
   * @param frame everything that is in its frame now
   * @return the message, to be added; null where it joined
   */
  OutgoingMessage join(JSObject frame) {
    if (open != null) {
      open.replace(frame);
      return null;
    }
    OutgoingMessage message = new OutgoingMessage(frame);
    if (busy) {
      open = message;
    } else if (heeded) {
      busy = true;
      platform.queueMicrotask(this::endTask);
    }
    return message;
  }

  private boolean hasRoom() {
    return (flow & 1) == 0 && channel.getBufferedAmount() < HIGH_WATER_MARK;
  }

  /** Whether a frame is larger than the other side takes. */
  boolean exceeds(JSObject frame) {
    return Bytes.exceeds(frame, maxMessageSize);
  }

  /** Writes a message as soon as it is its turn. */
  void add(OutgoingMessage message) {
    messages.add(message);
    if (full) {
      waitForRoom();
    }
    if (message != open) {
      pump();
    }
  }

  /** Sends what is open; what follows does not join it. */
  void endTask() {
    busy = false;
    pump();
  }

  /**
   * Says that the other side understands more than PeerJS.
   *
   * @param serializer makes the frames of what peers tell each other; without, they tell nothing
   * @param lossless whether no frame is lost: where one may be, it takes no others with it
   */
  void setControlSerializer(Serializer serializer, boolean lossless) {
    controlSerializer = serializer;
    heeded = lossless;
  }

  /** Whether the other side understands, and nothing that it is told is lost. */
  boolean isHeeded() {
    return heeded;
  }

  /** Whether what the other side tells is listened to. */
  boolean takesControl() {
    return controlSerializer != null;
  }

  /** Tells the other side something, out of turn, if it understands. */
  void control(String type, int number) {
    if (controlSerializer != null) {
      try {
        channel.send(controlSerializer.controlFrame(Control.of(type, number)));
      } catch (RuntimeException closing) {
        // Whatever it is about ends with the channel.
        controlSerializer = null;
      }
    }
  }

  /** Calls once, when every message is in the channel. */
  void whenEmpty(Runnable action) {
    whenEmpty = action;
    pump();
  }

  /** What the other side says of how much it takes: see {@link Control#FLOW}. */
  void setFlow(int newFlow) {
    if (newFlow > flow) {
      flow = newFlow;
      resume();
    }
  }

  /** Goes on, in an event of its own: there is room, or a message has become ready. */
  void resume() {
    pump();
    if (full && messages.size() == 0 && channel.getBufferedAmount() <= LOW_WATER_MARK) {
      full = false;
      // Unless the application has set another one meanwhile.
      if (channel.getBufferedAmountLowThreshold() == LOW_WATER_MARK) {
        channel.setBufferedAmountLowThreshold(threshold);
      }
      listener.drained();
    }
  }

  private void pump() {
    open = null;
    while (messages.size() > 0 && (hasRoom() || messages.get(0).isPressing())) {
      OutgoingMessage head = messages.get(0);
      if (head.isAborted()) {
        // One signal may be that of several, of which another has heard of it first.
        end(head, Outcome.ABORTED, head.abortReason());
      } else if (head.isReady()) {
        writeFrame(head);
      } else {
        break;
      }
    }
    if (messages.size() == 0 && whenEmpty != null) {
      Runnable action = whenEmpty;
      whenEmpty = null;
      action.run();
    }
  }

  /** Writes a frame. Whoever is told of it may send, abort and close: it is told last. */
  private void writeFrame(OutgoingMessage head) {
    JSObject frame = head.nextFrame();
    // Browsers throw, or close the channel, for a message that the other side would not take.
    if (exceeds(frame)) {
      end(head, Outcome.TOO_BIG, null);
      return;
    }
    try {
      channel.send(frame);
    } catch (RuntimeException failure) {
      end(head, Outcome.BAD_DATA, platform.errorOf(failure));
      return;
    }
    if (channel.getBufferedAmount() >= HIGH_WATER_MARK) {
      waitForRoom();
    }
    boolean sent = head.isSent();
    if (sent) {
      messages.removeAt(0);
    }
    double total = head.progressTotal();
    if (total > 0) {
      listener.progress(true, total - head.remaining(), total);
    }
    if (sent) {
      head.end(Outcome.SENT, null);
    }
  }

  /**
   * Has the channel tell when it has room. Its threshold is the application's, which may wait for
   * the event as well, and gets it back when all is written and the channel has drained.
   */
  private void waitForRoom() {
    int given = channel.getBufferedAmountLowThreshold();
    if (!full || given != LOW_WATER_MARK) {
      threshold = given;
    }
    full = true;
    channel.setBufferedAmountLowThreshold(LOW_WATER_MARK);
  }

  private void end(OutgoingMessage message, Outcome outcome, JSObject cause) {
    if (messages.remove(message)) {
      int begun = message.begun();
      if (begun > 0) {
        control(Control.ABORT, begun);
      }
      message.end(outcome, cause);
    }
  }

  /** Ends a message whose signal was aborted; nothing happens if it has ended. */
  void abort(OutgoingMessage message) {
    end(message, Outcome.ABORTED, message.abortReason());
    resume();
  }

  /** Ends a message of which no more can be read; nothing happens if it has ended. */
  void unreadable(OutgoingMessage message, JSObject cause) {
    end(message, Outcome.BAD_DATA, cause);
    resume();
  }

  /** Ends what waits: the channel is closed. */
  void stop() {
    whenEmpty = null;
    full = false;
    CompactList<OutgoingMessage> left = messages.drain();
    for (int i = 0; i < left.size(); i++) {
      left.get(i).end(Outcome.CLOSED, null);
    }
  }
}
