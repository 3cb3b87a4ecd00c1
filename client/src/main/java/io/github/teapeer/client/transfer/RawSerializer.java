package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.jso.file.Blob;
import org.teavm.jso.JSObject;

/** {@code raw}, which PeerJS 0.3 calls {@code none}: what the channel takes, as it is. */
final class RawSerializer implements Serializer {
  private final SendQueue queue;
  private final TransferListener listener;

  RawSerializer(SendQueue queue, TransferListener listener) {
    this.queue = queue;
    this.listener = listener;
  }

  @Override
  public OutgoingMessage message(JSObject value) {
    // A Blob that is too large need not be read to be refused.
    if (!Bytes.isBlob(value) || queue.exceeds(value)) {
      return new OutgoingMessage(value);
    }
    return new ChunkedMessage(
        null, queue, (Blob) value, new byte[0], 0, false, Integer.MAX_VALUE, 0);
  }

  @Override
  public void receive(JSObject frame) {
    listener.received(frame);
  }
}
