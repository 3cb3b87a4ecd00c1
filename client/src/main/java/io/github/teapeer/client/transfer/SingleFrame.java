package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import org.teavm.jso.JSObject;

/** A message of one frame. */
final class SingleFrame extends OutgoingMessage {
  private final JSObject frame;
  private boolean sent;

  SingleFrame(JSObject frame) {
    this.frame = frame;
  }

  @Override
  JSObject nextFrame() {
    sent = true;
    return frame;
  }

  @Override
  boolean isSent() {
    return sent;
  }

  @Override
  double remaining() {
    return sent ? 0 : Bytes.size(frame);
  }
}
