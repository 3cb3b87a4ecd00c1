package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import org.teavm.jso.JSObject;

/** A message of one frame, or several that go along with each other in one. */
final class SingleFrame extends OutgoingMessage {
  private final JSObject frame;
  private final Serializer joining;
  private boolean sent;

  /**
   * Makes the message, of one of the two.
   *
   * @param frame the frame
   * @param joining makes the frame when it is sent
   */
  SingleFrame(JSObject frame, Serializer joining) {
    this.frame = frame;
    this.joining = joining;
  }

  @Override
  boolean isOpen() {
    return joining != null;
  }

  @Override
  JSObject nextFrame() {
    sent = true;
    return content();
  }

  private JSObject content() {
    return joining == null ? frame : joining.joined();
  }

  @Override
  boolean isSent() {
    return sent;
  }

  @Override
  double remaining() {
    return sent ? 0 : Bytes.size(content());
  }
}
