package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.streams.ReadableStream;
import io.github.teapeer.jso.value.JavaValue;
import java.util.Arrays;
import org.teavm.jso.JSObject;

/** A Blob of a simulated page, which takes time to be read. */
public final class SimulatedBlob implements Blob {
  private final SimulatedPlatform page;
  private final byte[] bytes;
  private final int readableBytes;

  /** Of some Blobs no more than the first bytes can be read, as of a file that was removed. */
  SimulatedBlob(SimulatedPlatform page, byte[] bytes, int readableBytes) {
    this.page = page;
    this.bytes = bytes;
    this.readableBytes = readableBytes;
  }

  /** A Blob of bytes and what is in this one. */
  SimulatedBlob after(byte[] before) {
    byte[] all = Arrays.copyOf(before, before.length + bytes.length);
    System.arraycopy(bytes, 0, all, before.length, bytes.length);
    return new SimulatedBlob(page, all, before.length + readableBytes);
  }

  /**
   * What is in it.
   *
   * @return a copy of its bytes
   */
  public byte[] content() {
    return bytes.clone();
  }

  @Override
  public double getSize() {
    return bytes.length;
  }

  @Override
  public String getType() {
    return "";
  }

  @Override
  public Blob slice(double start, double end) {
    int from = (int) start;
    return new SimulatedBlob(
        page, Arrays.copyOfRange(bytes, from, (int) end), Math.max(0, readableBytes - from));
  }

  @Override
  public Blob slice(double start, double end, String contentType) {
    return slice(start, end);
  }

  @Override
  public ReadableStream stream() {
    throw new UnsupportedOperationException("Streams of Blobs are not simulated");
  }

  @Override
  public Promise<JSObject> text() {
    throw new UnsupportedOperationException("Texts of Blobs are not simulated");
  }

  @Override
  public Promise<JSObject> arrayBuffer() {
    SimulatedPromise<JSObject> promise = page.newPromise();
    page.readBlob(
        bytes.length,
        () -> {
          if (bytes.length <= readableBytes) {
            promise.fulfill(JavaValue.of(content()));
          } else {
            promise.reject(new DomException("NotReadableError", "The file could not be read"));
          }
        });
    return promise;
  }
}
