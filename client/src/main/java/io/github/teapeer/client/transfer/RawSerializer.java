package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
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
  public void send(JSObject value) {
    if (!Bytes.isBlob(value)) {
      queue.add(new SingleFrame(value));
      return;
    }
    PendingMessage place = new PendingMessage();
    queue.add(place);
    Bytes.readBlob(value)
        .then(
            buffer -> {
              place.resolve(new SingleFrame(buffer));
              queue.pump();
            },
            cause -> {
              place.abandon();
              queue.pump();
              listener.badData(null);
            });
  }

  @Override
  public void receive(JSObject frame) {
    listener.received(frame);
  }
}
