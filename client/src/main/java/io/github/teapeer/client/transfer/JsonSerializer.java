package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.encoding.TextDecoder;
import io.github.teapeer.jso.encoding.TextEncoder;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/**
 * {@code json}: text frames up to PeerJS 1.4.7, UTF-8 in binary frames from 1.5; to our own peers
 * text frames of several texts, each with an end. Reads them all.
 */
final class JsonSerializer implements Serializer {
  /** What ends a text that is not the whole frame; JSON has it nowhere. */
  private static final String END = "\u001e";

  /** UTF-8 has no more. */
  private static final int BYTES_A_CHARACTER = 3;

  private final Platform platform;
  private final SendQueue queue;
  private final Generation generation;
  private final TransferListener listener;
  private final TextEncoder encoder;
  private final TextDecoder decoder;
  private String joined = "";

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
    if (queue.takesControl()) {
      joined =
          (queue.isOpen((joined.length() + json.length()) * BYTES_A_CHARACTER) ? joined : "")
              + json
              + END;
      return queue.join(Values.of(joined));
    }
    return new SingleFrame(
        generation == Generation.UP_TO_1_4 ? Values.of(json) : encoder.encode(json));
  }

  /** A text frame without an end, which tells it from data that looks the same. */
  @Override
  public JSObject controlFrame(JSObject control) {
    return Values.of(platform.toJson(control));
  }

  @Override
  public void receive(JSObject frame) {
    boolean text = Values.isString(frame);
    JSObject parts = Values.split(text ? Values.asString(frame) : decoder.decode(frame), END);
    int last = Values.length(parts) - 1;
    int i = 0;
    do {
      receive(Values.asString(Values.at(parts, i)), text && last == 0);
    } while (++i < last);
  }

  private void receive(String json, boolean text) {
    JSObject value = platform.parseJson(json);
    JSObject control = Values.isObject(value) ? Values.get(value, Chunks.ID) : null;
    String type = Control.type(control);
    if (value == null && !json.equals("null")) {
      listener.badData(null);
    } else if (Control.CLOSE.equals(type)) {
      listener.closeRequested();
    } else if (text && queue.takesControl() && Control.FLOW.equals(type)) {
      queue.setFlow(Values.getInt(control, Chunks.INDEX, 0));
    } else {
      listener.received(value);
    }
  }
}
