package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import org.teavm.jso.JSObject;

/** A message of one frame, or several that go along with each other in one. */
final class SingleFrame extends OutgoingMessage {
  private JSObject frame;
  private boolean sent;

  SingleFrame(JSObject frame) {
    this.frame = frame;
  }

  /** Has another message join. */
  void replace(JSObject joined) {
    frame = joined;
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
