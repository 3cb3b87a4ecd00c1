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
  private final PackWriter frames = new PackWriter();
  private final PackWriter joined = new PackWriter();
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
    reassembler = new Reassembler(platform, limits, listener);
  }

  @Override
  public OutgoingMessage message(JSObject value) {
    boolean bare = false;
    Blob blob = null;
    byte[] bytes = null;
    int length = Bytes.isBinary(value) ? Bytes.size(value) : 0;
    boolean content = length > dataSize && length <= SendQueue.HIGH_WATER_MARK && queue.isFree();
    if (content) {
      bytes = Bytes.of(value);
    } else {
      // What is packed may have getters that send something themselves.
      PackWriter out = writer == null ? new PackWriter(legacy) : writer;
      writer = null;
      out.reset();
      blob = codec.pack(out, value);
      length = out.length();
      // Data that looks like a chunk travels inside one, so that it is not taken for one. So does
      // null to PeerJS up to 1.4.7, which looks for members in all else. From 1.5 it does so in
      // chunks too.
      boolean disguised =
          Values.isNull(value)
              ? legacy
              : Values.isObject(value) && Values.get(value, Chunks.ID) != null;
      bare = !disguised && (blob == null ? length : blob.getSize()) <= dataSize;
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
      if (!fits) {
        bytes = out.buffer(); // the message keeps them
      } else if (blob == null) {
        bytes = out.toByteArray();
      }
    }
    return new ChunkedMessage(
        bare ? null : frames, queue, blob, bytes, length, content, dataSize, ++messages);
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
    int count = Values.length(values);
    for (int i = 0; i < count; i++) {
      JSObject value = Values.at(values, i);
      // Inside a chunk, nothing is a chunk: it is the user's data.
      JSObject control =
          !reassembled && Values.isObject(value) ? Values.get(value, Chunks.ID) : null;
      if (control == null
          || (views && count > 1)
          || !(receiveChunk(value) || receiveControl(control))) {
        if (views) {
          // It only began like a chunk, or has more, while a frame is given back with its chunk.
          receivePacked(packed, reassembled, false);
          return;
        }
        listener.received(value);
      }
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
    JSObject message = reassembler.accept(id, index, total, data);
    if (message != null) {
      receivePacked(message, true, false);
    }
    return true;
  }

  private boolean receiveControl(JSObject control) {
    String type = Control.type(control);
    if (Control.CLOSE.equals(type)) {
      listener.closeRequested();
      return true;
    }
    // Our own peers disguise data that looks like this; of others it is data.
    if (type == null || !queue.takesControl()) {
      return false;
    }
    int number = Values.getInt(control, Chunks.INDEX, 0);
    if (Control.FLOW.equals(type)) {
      queue.setFlow(number);
    } else if (Control.ABORT.equals(type)) {
      reassembler.abort(number);
    }
    return true;
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
