package io.github.teapeer.client.transfer;

import io.github.teapeer.binarypack.PackException;
import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.client.platform.ValueCodec;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** {@code binary} and {@code binary-utf8}: BinaryPack, in chunks where it is large. */
final class BinarySerializer implements Serializer {
  private final ValueCodec codec;
  private final SendQueue queue;
  private final TransferListener listener;
  private final boolean legacy;
  private final PackWriter writer;
  private final PackWriter frames = new PackWriter();
  private final Reassembler reassembler = new Reassembler();
  private int messages;

  BinarySerializer(
      ValueCodec codec, SendQueue queue, Generation generation, TransferListener listener) {
    this.codec = codec;
    this.queue = queue;
    this.listener = listener;
    legacy = generation == Generation.UP_TO_1_4;
    writer = new PackWriter(legacy);
  }

  @Override
  public void send(JSObject value) {
    writer.reset();
    JSObject blob = codec.pack(writer, value);
    // Data that looks like a chunk travels inside one, so that it is not taken for one. So does
    // null
    // to PeerJS up to 1.4.7, which looks for members in all else. From 1.5 it does so in chunks
    // too.
    boolean disguised =
        Values.isNull(value)
            ? legacy
            : Values.isObject(value) && Values.get(value, Chunks.ID) != null;
    if (blob != null) {
      sendBlob(blob, disguised);
    } else if (!disguised && writer.length() <= Chunks.DATA_SIZE && queue.isFree()) {
      queue.write(Bytes.view(writer.buffer(), 0, writer.length()));
    } else {
      queue.add(message(writer.toByteArray(), disguised));
    }
  }

  private void sendBlob(JSObject blob, boolean disguised) {
    PendingMessage place = new PendingMessage();
    queue.add(place);
    Bytes.readBlob(blob)
        .then(
            packed -> {
              place.resolve(message(Bytes.of(packed), disguised));
              queue.pump();
            },
            cause -> {
              place.abandon();
              queue.pump();
              listener.badData(null);
            });
  }

  private OutgoingMessage message(byte[] packed, boolean disguised) {
    return disguised || packed.length > Chunks.DATA_SIZE
        ? new ChunkedMessage(frames, packed, ++messages)
        : new SingleFrame(Bytes.view(packed, 0, packed.length));
  }

  @Override
  public void receive(JSObject frame) {
    receivePacked(Values.isString(frame) ? Bytes.ofBinaryString(frame) : frame, false);
  }

  private void receivePacked(JSObject packed, boolean reassembled) {
    JSObject value;
    try {
      value = codec.unpack(packed, legacy);
    } catch (PackException malformed) {
      listener.badData(malformed);
      return;
    }
    // Inside a chunk, nothing is a chunk: it is the user's data.
    JSObject control = !reassembled && Values.isObject(value) ? Values.get(value, Chunks.ID) : null;
    if (control == null || !(receiveChunk(value) || receiveCloseRequest(control))) {
      listener.received(value);
    }
  }

  private boolean receiveChunk(JSObject chunk) {
    int id = Values.getInt(chunk, Chunks.ID, 0);
    int total = Values.getInt(chunk, Chunks.TOTAL, 0);
    JSObject data = Values.get(chunk, Chunks.DATA);
    if (id <= 0 || total <= 0 || !Bytes.isBinary(data)) {
      return false;
    }
    int index = Values.getInt(chunk, Chunks.INDEX, -1);
    byte[] packed = reassembler.accept(id, index, total, Bytes.of(data));
    if (packed != null) {
      receivePacked(Bytes.view(packed, 0, packed.length), true);
    }
    return true;
  }

  private boolean receiveCloseRequest(JSObject control) {
    if (!CloseRequest.matches(control)) {
      return false;
    }
    listener.closeRequested();
    return true;
  }
}
