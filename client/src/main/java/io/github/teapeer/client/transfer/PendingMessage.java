package io.github.teapeer.client.transfer;

import org.teavm.jso.JSObject;

/**
 * Keeps a message's place in the queue while the bytes of its Blobs are being read, so that what is
 * sent after it also arrives after it.
 */
final class PendingMessage implements OutgoingMessage {
  private OutgoingMessage message;
  private boolean abandoned;

  /** Puts the message in its place. */
  void resolve(OutgoingMessage resolved) {
    message = resolved;
  }

  /** Gives the place up: the Blobs could not be read. */
  void abandon() {
    abandoned = true;
  }

  @Override
  public boolean isReady() {
    return message != null || abandoned;
  }

  @Override
  public JSObject nextFrame() {
    return message.nextFrame();
  }

  @Override
  public boolean isSent() {
    return abandoned || message.isSent();
  }

  @Override
  public int remaining() {
    return message == null ? 0 : message.remaining();
  }
}
