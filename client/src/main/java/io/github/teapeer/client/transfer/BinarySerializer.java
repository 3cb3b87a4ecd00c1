package io.github.teapeer.client.transfer;

import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.client.platform.ValueCodec;
import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** {@code binary} and {@code binary-utf8}: BinaryPack, in chunks where it is large. */
final class BinarySerializer implements Serializer {
  /** What a chunk starts with: a map of four, a text of ten. */
  private static final int MAP_OF_FOUR = (byte) 0x84;

  private static final int TEXT_OF_TEN = (byte) 0xba;

  private final ValueCodec codec;
  private final SendQueue queue;
  private final TransferListener listener;
  private final boolean legacy;
  private final int dataSize;
  private PackWriter writer;
  private final PackWriter frames;
  private final PackWriter joined;
  private final Reassembler reassembler;
  private int messages;

  BinarySerializer(
      Platform platform,
      SendQueue queue,
      Generation generation,
      int dataSize,
      Limits limits,
      TransferListener listener) {
    codec = platform.codec();
    this.queue = queue;
    this.dataSize = dataSize;
    this.listener = listener;
    legacy = generation == Generation.UP_TO_1_4;
    frames = new PackWriter(legacy);
    joined = new PackWriter(legacy);
    reassembler =
        new Reassembler(platform, limits, listener, message -> receivePacked(message, true, false));
  }

  @Override
  public OutgoingMessage message(JSObject value) {
    int length = Bytes.isBinary(value) ? (int) Bytes.size(value) : 0;
    if (length > dataSize && length <= SendQueue.HIGH_WATER_MARK && queue.isFree()) {
      return new ChunkedMessage(
          frames, queue, null, Bytes.of(value), length, true, dataSize, ++messages);
    }
    // What is packed may have getters that send something themselves.
    PackWriter out = writer == null ? new PackWriter(legacy) : writer;
    writer = null;
    out.reset();
    Blob blob = codec.pack(out, value);
    length = out.length();
    // Data that looks like a chunk travels inside one, so that it is not taken for one. So does
    // null to PeerJS up to 1.4.7, which looks for members in all else. From 1.5 it does so in
    // chunks too.
    boolean disguised =
        Values.isNull(value)
            ? legacy
            : Values.isObject(value) && Values.get(value, Chunks.ID) != null;
    boolean bare = !disguised && (blob == null ? length : blob.getSize()) <= dataSize;
    boolean fits = length <= dataSize;
    if (fits) {
      writer = out;
    }
    if (bare && blob == null && queue.isFree()) {
      if (!queue.isOpen(joined.length() + length)) {
        joined.reset();
      }
      joined.writePacked(out.buffer(), 0, length);
      return queue.join(Bytes.view(joined.buffer(), 0, joined.length()));
    }
    return new ChunkedMessage(
        bare ? null : frames,
        queue,
        blob,
        fits ? out.toByteArray() : out.buffer(), // the message keeps them
        length,
        false,
        dataSize,
        ++messages);
  }

  @Override
  public JSObject controlFrame(JSObject control) {
    frames.reset();
    codec.pack(frames, control);
    return Bytes.view(frames.buffer(), 0, frames.length());
  }

  @Override
  public void receive(JSObject frame) {
    JSObject packed = Values.isString(frame) ? Bytes.ofBinaryString(frame) : frame;
    byte[] bytes = Bytes.of(packed);
    // The data of a chunk is copied once, when the message is complete.
    receivePacked(
        packed,
        false,
        bytes.length > Chunks.OVERHEAD && bytes[0] == MAP_OF_FOUR && bytes[1] == TEXT_OF_TEN);
  }

  private void receivePacked(JSObject packed, boolean reassembled, boolean views) {
    JSObject values;
    try {
      values = codec.unpack(packed, legacy, views);
    } catch (RuntimeException malformed) { // or more than the browser has memory for
      listener.badData(malformed);
      return;
    }
    if (views && Values.length(values) > 1) {
      // A frame is given back with its chunk.
      receivePacked(packed, false, false);
      return;
    }
    for (int i = 0; i < Values.length(values); i++) {
      JSObject value = Values.at(values, i);
      // Inside a chunk, nothing is a chunk: it is the user's data.
      JSObject members = reassembled || !Values.isObject(value) ? Values.newObject() : value;
      JSObject control = Values.get(members, Chunks.ID);
      String type = Control.type(control);
      int id = Values.getInt(members, Chunks.ID, 0);
      int total = Values.getInt(members, Chunks.TOTAL, 0);
      if (id > 0 && total > 0 && Bytes.isBinary(Values.get(members, Chunks.DATA))) {
        reassembler.accept(
            id, Values.getInt(members, Chunks.INDEX, -1), total, Values.get(members, Chunks.DATA));
      } else if (Control.CLOSE.equals(type)) {
        listener.closeRequested();
      } else if (type != null && queue.takesControl()) {
        // Our own peers disguise data that looks like this; of others it is data.
        receiveControl(type, Values.getInt(control, Chunks.INDEX, 0));
      } else if (views) {
        receivePacked(packed, false, false); // it only began like a chunk
      } else {
        listener.received(value);
      }
    }
  }

  private void receiveControl(String type, int number) {
    if (Control.FLOW.equals(type)) {
      queue.setFlow(number);
    } else if (Control.ABORT.equals(type)) {
      reassembler.abort(number);
    }
  }

  @Override
  public void setHeld(boolean held) {
    reassembler.setHeld(held);
  }

  @Override
  public void stop() {
    reassembler.stop();
  }
}
