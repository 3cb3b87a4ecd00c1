package io.github.teapeer.client.transfer;

import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.jso.file.Blob;
import org.teavm.jso.JSObject;

/**
 * Bytes, or a Blob, that are sent in chunks: packed maps {@code {__peerData, n, data, total}}, each
 * a frame of its own; or bare, in one frame. Of a Blob no more than two slices are held: one that
 * is being sent and one that is read ahead. The content of a binary that does not have to wait is
 * not copied before its frames are made.
 */
final class ChunkedMessage extends OutgoingMessage {
  /** How many chunks are read at once. */
  private static final int SLICE = 16;

  private final PackWriter writer;
  private final SendQueue queue;
  private final Blob blob;
  private final double size;
  private final int dataSize;
  private final int id;
  private final int total;

  /** The bytes of a binary that come before its content in the first chunk. */
  private final int headerSize;

  private byte[] current;
  private int position;
  private int currentSize;
  private byte[] ahead;

  /** Whether a slice is being read, or is {@link #ahead}. */
  private boolean reading;

  private double read;
  private int next;

  /**
   * Cuts a message.
   *
   * @param writer makes the frames, and is shared with nobody who writes between two frames; null
   *     for a message that goes bare
   * @param queue is told when a slice has been read, or cannot be
   * @param blob the message, or null
   * @param bytes starts with the message where there is no Blob; else given back
   * @param length the bytes of the message where there is no Blob
   * @param content whether the bytes are the content of a binary and the application's, which may
   *     change them afterwards, so that all is sent at once; else they are packed and the message's
   *     own
   * @param dataSize how many bytes go into a chunk
   * @param id the number of the message, at least 1
   */
  ChunkedMessage(
      PackWriter writer,
      SendQueue queue,
      Blob blob,
      byte[] bytes,
      int length,
      boolean content,
      int dataSize,
      int id) {
    super(null);
    this.writer = writer;
    this.queue = queue;
    this.blob = blob;
    current = bytes;
    this.dataSize = dataSize;
    this.id = id;
    headerSize = content ? PackWriter.headerSize(length) : 0;
    if (blob == null) {
      currentSize = length;
      size = headerSize + length;
      read = size;
    } else {
      size = blob.getSize();
    }
    total = (int) Math.ceil(size / dataSize);
  }

  @Override
  boolean isPressing() {
    return headerSize > 0;
  }

  @Override
  boolean isReady() {
    if (position == currentSize && ahead != null) {
      Bytes.release(current);
      current = ahead;
      currentSize = ahead.length;
      ahead = null;
      reading = false;
      position = 0;
    }
    if (read < size && !reading) {
      readSlice();
    }
    return position < currentSize || size == 0;
  }

  private void readSlice() {
    double start = read;
    read = Math.min(size, start + (double) dataSize * SLICE);
    reading = true;
    blob.slice(start, read)
        .arrayBuffer()
        .then(
            buffer -> {
              ahead = Bytes.of(buffer);
              queue.resume();
            },
            cause -> queue.unreadable(this, cause));
  }

  @Override
  JSObject nextFrame() {
    int header = next == 0 ? headerSize : 0;
    int length = Math.min(dataSize - header, currentSize - position);
    JSObject frame;
    if (writer == null) {
      frame = Bytes.view(current, position, length);
    } else {
      writer.reset();
      writer.writeMapHeader(4);
      writer.writeString(Chunks.ID);
      writer.writeInt(id);
      writer.writeString(Chunks.INDEX);
      writer.writeInt(next);
      writer.writeString(Chunks.TOTAL);
      writer.writeInt(total);
      writer.writeString(Chunks.DATA);
      writer.writeBinaryHeader(header + length);
      if (header > 0) {
        writer.writeBinaryHeader(currentSize);
      }
      writer.writePacked(current, position, length);
      frame = Bytes.view(writer.buffer(), 0, writer.length());
    }
    position += length;
    next++;
    return frame;
  }

  @Override
  boolean isSent() {
    return next >= total; // of nothing, in one frame, there are no chunks
  }

  @Override
  double remaining() {
    return Math.max(0, size - (double) next * dataSize);
  }

  @Override
  double progressTotal() {
    return total > 1 ? size : 0;
  }

  @Override
  int begun() {
    return next > 0 && total > 1 ? id : 0;
  }
}
