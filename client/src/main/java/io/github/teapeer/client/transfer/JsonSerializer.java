package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** {@code json}: text frames up to PeerJS 1.4.7, UTF-8 in binary frames from 1.5. Reads both. */
final class JsonSerializer implements Serializer {
  private final Platform platform;
  private final SendQueue queue;
  private final Generation generation;
  private final TransferListener listener;

  JsonSerializer(
      Platform platform, SendQueue queue, Generation generation, TransferListener listener) {
    this.platform = platform;
    this.queue = queue;
    this.generation = generation;
    this.listener = listener;
  }

  @Override
  public void send(JSObject value) {
    String json = platform.toJson(value);
    queue.add(
        new SingleFrame(
            generation == Generation.UP_TO_1_4 ? Values.of(json) : Bytes.encodeUtf8(json)));
  }

  @Override
  public void receive(JSObject frame) {
    String json = Values.isString(frame) ? Values.asString(frame) : Bytes.decodeUtf8(frame);
    JSObject value = platform.parseJson(json);
    if (value == null && !json.equals("null")) {
      listener.badData(null);
    } else if (Values.isObject(value) && CloseRequest.matches(Values.get(value, Chunks.ID))) {
      listener.closeRequested();
    } else {
      listener.received(value);
    }
  }
}
