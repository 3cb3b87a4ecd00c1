package io.github.teapeer.client.transfer;

import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/**
 * Puts chunks together. What a stranger can make it hold is bounded: by the number of incomplete
 * messages, of which the oldest is dropped for a new one, by the bytes of all of them, and by the
 * time for which a message may not grow. What is dropped is reported once; what still comes of it
 * is ignored.
 *
 * <p>Where the listener collects Blobs, a message that is one binary becomes a Blob piece by piece,
 * so that little more than {@link #PART_SIZE} bytes of it are held.
 */
final class Reassembler {
  /** What a chunk counts beyond its bytes. */
  static final int CHUNK_COST = 256;

  /** The part that still counts of what is in Blobs, which the browser may keep on disk. */
  static final double BLOB_COST = 0.125;

  /** How many bytes become a part of a Blob. */
  static final int PART_SIZE = 1 << 22;

  /** What BinaryPack begins a binary of 64 KiB and more with; four bytes of length follow. */
  private static final int LONG_BINARY = 0xdb;

  private static final int LONG_BINARY_HEADER = 5;

  private static final class Incomplete {
    final int id;
    final int total;

    /** Chunks in order, from the first or from where the last part ends; null if dropped. */
    JSObject run = Values.newArray();

    /** Chunks that overtook others, by their number. */
    JSObject early = Values.newObject();

    /** What is in Blobs; null where the message is put together as bytes. */
    JSObject parts;

    /** The bytes that the whole Blob must have. */
    boolean binary;

    double announced;

    int next;
    int received;
    int chunkSize;
    double size;
    double held;
    double runSize;
    boolean grown;

    Incomplete(int id, int total) {
      this.id = id;
      this.total = total;
    }
  }

  private final Platform platform;
  private final Limits limits;
  private final TransferListener listener;
  private final CompactList<Incomplete> messages = new CompactList<>();
  private double held;
  private boolean paused;
  private int timer;

  Reassembler(Platform platform, Limits limits, TransferListener listener) {
    this.platform = platform;
    this.limits = limits;
    this.listener = listener;
  }

  /**
   * Takes a chunk; one that was there already is ignored.
   *
   * @param id the number of the message
   * @param index the index of the chunk
   * @param total the number of chunks
   * @param data the bytes, kept as they are, and given back when they have been copied
   * @return the packed bytes if this completes the message, and null otherwise; a message that is
   *     one binary goes to the listener at once
   */
  JSObject accept(int id, int index, int total, JSObject data) {
    if (index < 0 || index >= total) {
      return null;
    }
    Incomplete message = find(id);
    if (message == null) {
      message = begin(id, total);
    }
    if (message.run == null) {
      message.grown = true;
      return null;
    }
    String key = Values.asText(index);
    if (message.total != total || index < message.next || Values.get(message.early, key) != null) {
      return null;
    }
    int size = Bytes.size(data);
    message.grown = true;
    message.received++;
    message.size += size;
    message.chunkSize = Math.max(message.chunkSize, size);
    hold(message, size + CHUNK_COST);
    if (index > message.next) {
      Values.set(message.early, key, data);
    } else {
      append(message, data);
    }
    if (held > limits.getMessageSize()) {
      drop(message, "too large");
      return null;
    }
    boolean complete = message.next == total;
    if (complete) {
      messages.remove(message);
    }
    if (total > 1) {
      listener.progress(
          false,
          message.size,
          message.size + (double) (total - message.received) * message.chunkSize);
    }
    return complete ? finish(message) : null;
  }

  private Incomplete find(int id) {
    return messages.find(message -> message.id == id);
  }

  private Incomplete begin(int id, int total) {
    Incomplete message = new Incomplete(id, total);
    messages.add(message);
    if (messages.size() > limits.getIncompleteMessages()) {
      Incomplete oldest = messages.get(0);
      messages.removeAt(0);
      drop(oldest, "too many");
    }
    startTimer();
    return message;
  }

  /** Appends the chunk that comes next, and those behind it that came before. */
  private void append(Incomplete message, JSObject data) {
    JSObject chunk = data;
    while (chunk != null) {
      message.runSize += Bytes.size(chunk) + CHUNK_COST;
      Values.push(message.run, message.next == 0 ? first(message, chunk) : chunk);
      String key = Values.asText(++message.next);
      chunk = Values.get(message.early, key);
      if (chunk != null) {
        Values.set(message.early, key, (JSObject) null);
      }
    }
    if (message.parts != null && (message.runSize >= PART_SIZE || message.next == message.total)) {
      Values.push(message.parts, platform.newBlob(message.run));
      // But for the last one, which others may be about to look at: it has just arrived.
      for (int i = 1; i < Values.length(message.run); i++) {
        Bytes.release(Bytes.of(Values.at(message.run, i - 1)));
      }
      message.run = Values.newArray();
      hold(message, (BLOB_COST - 1) * message.runSize);
      message.runSize = 0;
    }
  }

  private JSObject first(Incomplete message, JSObject chunk) {
    byte[] bytes = Bytes.of(chunk);
    if (bytes.length < LONG_BINARY_HEADER || (bytes[0] & 0xff) != LONG_BINARY) {
      return chunk;
    }
    message.binary = true;
    if (listener.collectsBlobs()) {
      message.parts = Values.newArray();
    }
    for (int i = 1; i < LONG_BINARY_HEADER; i++) {
      message.announced = message.announced * 256 + (bytes[i] & 0xff);
    }
    return Bytes.view(bytes, LONG_BINARY_HEADER, bytes.length - LONG_BINARY_HEADER);
  }

  private JSObject finish(Incomplete message) {
    JSObject parts = message.parts;
    JSObject run = message.run;
    release(message);
    double size = message.binary ? message.size - LONG_BINARY_HEADER : message.size;
    if (message.binary && size != message.announced) {
      listener.badData(null);
      return null;
    }
    byte[] joined = null;
    if (parts == null) {
      try {
        joined = join(run, (int) size);
      } catch (RuntimeException outOfMemory) {
        listener.badData(outOfMemory);
        return null;
      }
    }
    if (!message.binary) {
      return Bytes.view(joined, 0, joined.length);
    }
    listener.received(parts == null ? Bytes.buffer(joined) : platform.newBlob(parts));
    return null;
  }

  private static byte[] join(JSObject run, int size) {
    byte[] joined = new byte[size];
    int offset = 0;
    for (int i = 0; i < Values.length(run); i++) {
      byte[] chunk = Bytes.of(Values.at(run, i));
      Bytes.copy(chunk, chunk.length, joined, offset);
      offset += chunk.length;
      // The last frame has just arrived: others may be about to look at it.
      if (i < Values.length(run) - 1) {
        Bytes.release(chunk);
      }
    }
    return joined;
  }

  private void hold(Incomplete message, double size) {
    message.held += size;
    held += size;
  }

  /** Forgets the content. */
  private void release(Incomplete message) {
    hold(message, -message.held);
    message.run = null;
    message.early = null;
    message.parts = null;
  }

  private void drop(Incomplete message, String why) {
    if (message.run != null) {
      release(message);
      listener.dropped(why, message.received, message.total);
    }
  }

  /** The other side does not go on with a message. */
  void abort(int id) {
    Incomplete message = find(id);
    if (message != null && message.run != null) {
      release(message);
    }
  }

  /** The bytes that are held, with what every chunk counts. */
  double held() {
    return held;
  }

  /** Says whether the other side was asked to send nothing: then nothing is late. */
  void setHeld(boolean asked) {
    paused = asked;
    stopTimer();
    startTimer();
  }

  private void startTimer() {
    if (timer == 0 && !paused && messages.size() > 0) {
      timer = platform.setTimeout(this::look, limits.getIncompleteTime());
    }
  }

  private void stopTimer() {
    platform.clearTimeout(timer);
    timer = 0;
  }

  private void look() {
    timer = 0;
    CompactList<Incomplete> looked = messages.copy();
    for (int i = 0; i < looked.size(); i++) {
      Incomplete message = looked.get(i);
      if (message.grown) {
        message.grown = false;
      } else if (message.run == null) {
        messages.remove(message);
      } else {
        drop(message, "incomplete for too long");
      }
    }
    startTimer();
  }

  /** Forgets everything. */
  void stop() {
    messages.drain();
    held = 0;
    stopTimer();
  }
}
