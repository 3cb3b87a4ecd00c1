package io.github.teapeer.client.signaling;

import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.core.PromiseReaction;
import io.github.teapeer.jso.dom.AbortController;
import io.github.teapeer.jso.encoding.TextDecodeOptions;
import io.github.teapeer.jso.encoding.TextDecoder;
import io.github.teapeer.jso.fetch.Response;
import io.github.teapeer.jso.streams.ReadableStreamDefaultReader;
import io.github.teapeer.jso.streams.ReadableStreamReadResult;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/**
 * A response that does not end, as a {@link Line}: padding, and then a message in each line. It
 * carries messages from the server only.
 *
 * <pre>
 *   REQUESTED ──200, padding──▶ READING
 *       └──────────────────────────┴──▶ ENDED
 * </pre>
 *
 * <p>What starts with anything but padding is not a stream of messages: a page of a proxy, perhaps.
 */
final class StreamLine implements Line {
  private enum State {
    REQUESTED,
    READING,
    ENDED
  }

  private static final int OK = 200;

  private final Lines lines;
  private final AbortController request;
  private final TextDecoder decoder;
  private final PromiseReaction<JSObject> failed = cause -> end(0);
  private ReadableStreamDefaultReader reader;
  private State state = State.REQUESTED;
  private String partial = "";

  /** Asks for the stream; a line that is longer than a message may be ends it. */
  StreamLine(Platform platform, Lines lines, String rest) {
    this.lines = lines;
    request = platform.newAbortController();
    decoder = platform.newTextDecoder();
    lines.post(rest, null, request).then(this::answered, failed);
  }

  /** Whether it has begun and not ended. */
  boolean isOpen() {
    return state == State.READING;
  }

  @Override
  public void close() {
    state = State.ENDED;
    request.abort();
  }

  /** Hears nothing more; the request goes on until {@link #close}. */
  void fallSilent() {
    state = State.ENDED;
  }

  private void answered(Response response) {
    if (response.getStatus() == OK) {
      reader = response.getBody().getReader();
      read();
    } else {
      end(response.getStatus());
    }
  }

  private void read() {
    if (state != State.ENDED) {
      reader.read().then(this::received, failed);
    }
  }

  private void received(ReadableStreamReadResult chunk) {
    if (chunk.isDone()) {
      receive("\n"); // The last message needs no end of line.
      end(0);
    } else {
      TextDecodeOptions more = TextDecodeOptions.create();
      more.setStream(true);
      receive(decoder.decode(chunk.getValue(), more));
      read();
    }
  }

  private void receive(String text) {
    JSObject pieces = Values.split(text, "\n");
    for (int i = 0; i < Values.length(pieces) && state != State.ENDED; i++) {
      if (i > 0) {
        receiveLine(partial);
        partial = "";
      }
      partial = partial + Values.asString(Values.at(pieces, i));
      if (partial.length() > lines.limits().getSignalSize()) {
        end(0);
      }
    }
  }

  private void receiveLine(String line) {
    char first = (line + '\n').charAt(0);
    if (state == State.READING) {
      if (first == '{') {
        lines.lineReceived(this, line);
      }
    } else if (first == '0') {
      state = State.READING;
      lines.lineOpened(this);
    } else {
      end(0);
    }
  }

  /** Ends it and says so. */
  void end(int status) {
    if (state != State.ENDED) {
      close();
      lines.lineEnded(this, status);
    }
  }
}
