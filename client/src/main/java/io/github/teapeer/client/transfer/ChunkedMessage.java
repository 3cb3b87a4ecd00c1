package io.github.teapeer.client.transfer;

import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.client.platform.Bytes;
import org.teavm.jso.JSObject;

/**
 * A packed message that is sent in chunks: packed maps {@code {__peerData, n, data, total}}, each a
 * frame of its own.
 */
final class ChunkedMessage implements OutgoingMessage {
  private final PackWriter writer;
  private final byte[] packed;
  private final int id;
  private final int total;
  private int next;

  /**
   * Cuts a packed message.
   *
   * @param writer makes the frames; shared with nobody who writes between two frames
   * @param packed the packed message
   * @param id the number of the message, at least 1
   */
  ChunkedMessage(PackWriter writer, byte[] packed, int id) {
    this.writer = writer;
    this.packed = packed;
    this.id = id;
    total = (packed.length + Chunks.DATA_SIZE - 1) / Chunks.DATA_SIZE;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public JSObject nextFrame() {
    int start = next * Chunks.DATA_SIZE;
    writer.reset();
    writer.writeMapHeader(4);
    writer.writeString(Chunks.ID);
    writer.writeInt(id);
    writer.writeString(Chunks.INDEX);
    writer.writeInt(next++);
    writer.writeString(Chunks.DATA);
    writer.writeBinary(packed, start, Math.min(Chunks.DATA_SIZE, packed.length - start));
    writer.writeString(Chunks.TOTAL);
    writer.writeInt(total);
    return Bytes.view(writer.buffer(), 0, writer.length());
  }

  @Override
  public boolean isSent() {
    return next == total;
  }

  @Override
  public int remaining() {
    return Math.max(0, packed.length - next * Chunks.DATA_SIZE);
  }
}
