package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.encoding.TextDecoder;
import io.github.teapeer.jso.encoding.TextEncoder;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** {@code json}: text frames up to PeerJS 1.4.7, UTF-8 in binary frames from 1.5. Reads both. */
final class JsonSerializer implements Serializer {
  private final Platform platform;
  private final SendQueue queue;
  private final Generation generation;
  private final TransferListener listener;
  private final TextEncoder encoder;
  private final TextDecoder decoder;

  JsonSerializer(
      Platform platform, SendQueue queue, Generation generation, TransferListener listener) {
    this.platform = platform;
    this.queue = queue;
    this.generation = generation;
    this.listener = listener;
    encoder = platform.newTextEncoder();
    decoder = platform.newTextDecoder();
  }

  @Override
  public OutgoingMessage message(JSObject value) {
    String json = platform.toJson(value);
    return new OutgoingMessage(
        generation == Generation.UP_TO_1_4 ? Values.of(json) : encoder.encode(json));
  }

  /** A text frame, which tells it from data that looks the same. */
  @Override
  public JSObject controlFrame(JSObject control) {
    return Values.of(platform.toJson(control));
  }

  @Override
  public void receive(JSObject frame) {
    String text = Values.asString(frame);
    String json = text;
    if (json == null) {
      json = decoder.decode(frame);
    }
    JSObject value = platform.parseJson(json);
    JSObject control = Values.isObject(value) ? Values.get(value, Chunks.ID) : null;
    String type = Control.type(control);
    if (value == null && !json.equals("null")) {
      listener.badData(null);
    } else if (Control.CLOSE.equals(type)) {
      listener.closeRequested();
    } else if (text != null && queue.takesControl() && Control.FLOW.equals(type)) {
      queue.setFlow(Values.getInt(control, Chunks.INDEX, 0));
    } else {
      listener.received(value);
    }
  }
}
