package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.streams.ReadableStream;
import io.github.teapeer.jso.streams.ReadableStreamDefaultReader;
import io.github.teapeer.jso.streams.ReadableStreamReadResult;
import io.github.teapeer.jso.streams.ReadableWritablePair;
import io.github.teapeer.jso.streams.StreamPipeOptions;
import io.github.teapeer.jso.streams.WritableStream;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.teavm.jso.JSObject;

/** The body of a response, as a stream of bytes that can be read; pipes are not simulated. */
final class SimulatedBody implements ReadableStream {
  private enum State {
    READABLE,
    CLOSED,
    ERRORED
  }

  private record Result(boolean isDone, JSObject value) implements ReadableStreamReadResult {
    @Override
    public JSObject getValue() {
      return value;
    }
  }

  private final SimulatedPlatform page;
  private final Deque<JSObject> chunks = new ArrayDeque<>();
  private final Deque<SimulatedPromise<ReadableStreamReadResult>> reads = new ArrayDeque<>();
  private State state = State.READABLE;
  private JSObject failure;
  private boolean locked;

  SimulatedBody(SimulatedPlatform page) {
    this.page = page;
  }

  void receive(byte[] piece) {
    chunks.add(JavaValue.of(piece));
    serve();
  }

  void end() {
    state = State.CLOSED;
    serve();
  }

  void fail(JSObject reason) {
    if (state == State.READABLE) {
      state = State.ERRORED;
      failure = reason;
      chunks.clear();
      serve();
    }
  }

  private void serve() {
    while (!reads.isEmpty() && !(chunks.isEmpty() && state == State.READABLE)) {
      SimulatedPromise<ReadableStreamReadResult> read = reads.poll();
      if (!chunks.isEmpty()) {
        read.fulfill(new Result(false, chunks.poll()));
      } else if (state == State.CLOSED) {
        read.fulfill(new Result(true, null));
      } else {
        read.reject(failure);
      }
    }
  }

  @Override
  public boolean isLocked() {
    return locked;
  }

  @Override
  public ReadableStreamDefaultReader getReader() {
    if (locked) {
      throw DomException.typeError("The stream is locked");
    }
    locked = true;
    return new Reader();
  }

  @Override
  public Promise<JSObject> cancel(JSObject reason) {
    throw notSimulated();
  }

  @Override
  public ReadableStream pipeThrough(ReadableWritablePair transform) {
    throw notSimulated();
  }

  @Override
  public ReadableStream pipeThrough(ReadableWritablePair transform, StreamPipeOptions options) {
    throw notSimulated();
  }

  @Override
  public Promise<JSObject> pipeTo(WritableStream destination) {
    throw notSimulated();
  }

  @Override
  public Promise<JSObject> pipeTo(WritableStream destination, StreamPipeOptions options) {
    throw notSimulated();
  }

  @Override
  public Sequence<ReadableStream> tee() {
    throw notSimulated();
  }

  private static UnsupportedOperationException notSimulated() {
    return new UnsupportedOperationException("The body of a simulated response can only be read");
  }

  private final class Reader implements ReadableStreamDefaultReader {
    @Override
    public Promise<ReadableStreamReadResult> read() {
      SimulatedPromise<ReadableStreamReadResult> read = page.newPromise();
      reads.add(read);
      serve();
      return read;
    }

    @Override
    public Promise<JSObject> getClosed() {
      throw notSimulated();
    }

    @Override
    public Promise<JSObject> cancel(JSObject reason) {
      throw notSimulated();
    }

    @Override
    public void releaseLock() {
      locked = false;
    }
  }
}
