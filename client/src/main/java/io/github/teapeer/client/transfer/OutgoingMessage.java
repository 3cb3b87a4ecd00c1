package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import org.teavm.jso.JSObject;

/**
 * A message on its way into a channel: in one frame, which others may share, unless a subclass cuts
 * it. It ends once, whatever happens.
 */
class OutgoingMessage {
  private JSObject frame;
  private Delivery delivery;
  private AbortSignal signal;
  private EventHandler<Event> onAbort;

  OutgoingMessage(JSObject frame) {
    this.frame = frame;
  }

  /** Has another message join. */
  final void replace(JSObject joined) {
    frame = joined;
  }

  /** Says who is told how it ends, and what aborts it, which may be null. */
  final void track(Delivery newDelivery, AbortSignal newSignal, EventHandler<Event> handler) {
    delivery = newDelivery;
    signal = newSignal;
    onAbort = handler;
    if (signal != null) {
      signal.addEventListener("abort", onAbort);
    }
  }

  /** Whether nobody wants it any more. */
  final boolean isAborted() {
    return signal != null && signal.isAborted();
  }

  /** Why nobody wants it any more. */
  final JSObject abortReason() {
    return signal.getReason();
  }

  /** Tells how it ended; to be called once. */
  final void end(Outcome outcome, JSObject cause) {
    if (signal != null) {
      signal.removeEventListener("abort", onAbort);
    }
    delivery.ended(outcome, cause);
  }

  /** Whether the next frame can be made; where not, the bytes for it are being read. */
  boolean isReady() {
    return true;
  }

  /** Whether what it is made of may change, so that it cannot wait for room. */
  boolean isPressing() {
    return false;
  }

  /** Makes the next frame: what the channel sends, valid until the next call. */
  JSObject nextFrame() {
    return frame;
  }

  /** Whether the frame that was made is the last one. */
  boolean isSent() {
    return true;
  }

  /** How many of its bytes have not been made into frames, of one that waits. */
  double remaining() {
    return Bytes.size(frame);
  }

  /** The bytes of a message that is worth telling the progress of, else 0. */
  double progressTotal() {
    return 0;
  }

  /** The number of the message if the other side holds a part of it, else 0. */
  int begun() {
    return 0;
  }
}
