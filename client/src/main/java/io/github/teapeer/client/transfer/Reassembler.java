package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.client.platform.CompactList;

/**
 * Puts chunks together. What a stranger can make it hold is bounded: {@link #MAX_MESSAGES}
 * incomplete messages, the oldest being dropped for a new one, of {@link #MAX_CHUNKS} chunks, and
 * {@link #MAX_BYTES} in all.
 */
final class Reassembler {
  static final int MAX_MESSAGES = 256;
  static final int MAX_CHUNKS = 1 << 16;
  static final int MAX_BYTES = 1 << 30;

  private static final class Incomplete {
    final int id;
    final byte[][] chunks;
    int received;
    int size;

    Incomplete(int id, int total) {
      this.id = id;
      chunks = new byte[total][];
    }
  }

  private final CompactList<Incomplete> messages = new CompactList<>();
  private int held;

  /**
   * Takes a chunk; one that was there already is ignored.
   *
   * @param id the number of the message
   * @param index the index of the chunk
   * @param total the number of chunks
   * @param data the bytes, kept as they are
   * @return the message if this completes it, else null
   */
  byte[] accept(int id, int index, int total, byte[] data) {
    if (index < 0 || index >= total || total > MAX_CHUNKS || data.length > MAX_BYTES - held) {
      return null;
    }
    Incomplete message = find(id, total);
    if (message.chunks.length != total || message.chunks[index] != null) {
      return null;
    }
    message.chunks[index] = data;
    message.size += data.length;
    held += data.length;
    if (++message.received < total) {
      return null;
    }
    drop(message);
    return join(message);
  }

  private Incomplete find(int id, int total) {
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).id == id) {
        return messages.get(i);
      }
    }
    if (messages.size() == MAX_MESSAGES) {
      drop(messages.get(0));
    }
    Incomplete message = new Incomplete(id, total);
    messages.add(message);
    return message;
  }

  private void drop(Incomplete message) {
    held -= message.size;
    messages.remove(message);
  }

  private static byte[] join(Incomplete message) {
    byte[] joined = new byte[message.size];
    int offset = 0;
    for (byte[] chunk : message.chunks) {
      Bytes.copy(chunk, joined, offset);
      offset += chunk.length;
    }
    return joined;
  }
}
