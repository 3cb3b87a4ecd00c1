package io.github.teapeer.client.transfer;

import io.github.teapeer.binarypack.PackReader;
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

  /** The bytes before the content of a binary of 64 KiB and more. */
  private static final int LONG_BINARY_HEADER = 5;

  /** Is told of messages. */
  interface Completion {
    /**
     * A message is complete.
     *
     * @param packed its bytes
     */
    void completed(JSObject packed);
  }

  private static final class Incomplete {
    final int id;
    final int total;

    /** Chunks in order, from the first or from where the last part ends; null if dropped. */
    JSObject run = Values.newArray();

    /** Chunks by their number: those that overtook others. */
    JSObject early = Values.newObject();

    /** What is in Blobs; null where the message is put together as bytes. */
    JSObject parts;

    /** The bytes that the content of one that is a binary must have; negative of others. */
    double announced;

    int next;
    int received;
    double chunkSize;
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
  private final Completion completion;
  private final CompactList<Incomplete> messages = new CompactList<>();
  private double held;
  private boolean paused;
  private int timer;

  Reassembler(Platform platform, Limits limits, TransferListener listener, Completion completion) {
    this.platform = platform;
    this.limits = limits;
    this.listener = listener;
    this.completion = completion;
  }

  /**
   * Takes a chunk; one that was there already is ignored. A message that this completes goes on
   * packed, unless it is one binary, which the listener gets.
   *
   * @param id the number of the message
   * @param index the index of the chunk
   * @param total the number of chunks
   * @param data the bytes, kept as they are, and given back when they have been copied
   */
  void accept(int id, int index, int total, JSObject data) {
    if (index >= 0 && index < total) {
      Incomplete message = find(id);
      if (message == null) {
        message = begin(id, total);
      }
      if (message.run == null) {
        message.grown = true;
      } else if (message.total == total
          && index >= message.next
          && Values.get(message.early, index) == null) {
        add(message, index, data);
      }
    }
  }

  private void add(Incomplete message, int index, JSObject data) {
    double size = Bytes.size(data);
    message.grown = true;
    message.received++;
    message.size += size;
    message.chunkSize = Math.max(message.chunkSize, size);
    hold(message, size + CHUNK_COST);
    Values.set(message.early, index, data);
    appendNext(message);
    if (held > limits.getMessageSize()) {
      drop(message, "too large");
      return;
    }
    if (message.total > 1) {
      listener.progress(
          false,
          message.size,
          message.size + (message.total - message.received) * message.chunkSize);
    }
    if (message.next == message.total) {
      finish(message);
    }
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
    watch();
    return message;
  }

  /** Appends the chunks that come next, as far as they are there. */
  private void appendNext(Incomplete message) {
    JSObject chunk = Values.get(message.early, message.next);
    while (chunk != null) {
      message.runSize += Bytes.size(chunk) + CHUNK_COST;
      Values.push(message.run, message.next == 0 ? first(message, chunk) : chunk);
      Values.set(message.early, message.next, (JSObject) null);
      message.next++;
      chunk = Values.get(message.early, message.next);
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
    message.announced = PackReader.longBinarySize(bytes);
    if (message.announced < 0) {
      return chunk;
    }
    if (listener.collectsBlobs()) {
      message.parts = Values.newArray();
    }
    return Bytes.view(bytes, LONG_BINARY_HEADER, bytes.length - LONG_BINARY_HEADER);
  }

  private void finish(Incomplete message) {
    JSObject parts = message.parts;
    JSObject run = message.run;
    messages.remove(message);
    release(message);
    boolean binary = message.announced >= 0;
    double size = binary ? message.size - LONG_BINARY_HEADER : message.size;
    if (binary && size != message.announced) {
      listener.badData(null);
    } else if (parts != null) {
      listener.received(platform.newBlob(parts));
    } else {
      byte[] joined;
      try {
        joined = join(run, (int) size);
      } catch (RuntimeException outOfMemory) {
        listener.badData(outOfMemory);
        return;
      }
      JSObject value = Bytes.buffer(joined);
      if (binary) {
        listener.received(value);
      } else {
        completion.completed(value);
      }
    }
  }

  private static byte[] join(JSObject run, int size) {
    byte[] joined = new byte[size];
    int offset = 0;
    for (int i = 0; i < Values.length(run); i++) {
      byte[] chunk = Bytes.of(Values.at(run, i));
      Bytes.copy(chunk, joined, offset);
      offset += chunk.length;
      // The last frame has just arrived: others may be about to look at it.
      if (offset < size) {
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
    held -= message.held;
    message.held = 0;
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
    if (message != null) {
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
    watch();
  }

  /** Looks later for what has not grown, with one timer for however many messages come. */
  private void watch() {
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
    watch();
  }

  /** Forgets everything. */
  void stop() {
    messages.drain();
    held = 0;
    stopTimer();
  }
}
