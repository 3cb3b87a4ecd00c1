package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import org.teavm.jso.JSObject;

/** A message of one frame. */
final class SingleFrame implements OutgoingMessage {
  private final JSObject frame;
  private boolean sent;

  SingleFrame(JSObject frame) {
    this.frame = frame;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public JSObject nextFrame() {
    sent = true;
    return frame;
  }

  @Override
  public boolean isSent() {
    return sent;
  }

  @Override
  public int remaining() {
    return sent ? 0 : Bytes.size(frame);
  }
}
