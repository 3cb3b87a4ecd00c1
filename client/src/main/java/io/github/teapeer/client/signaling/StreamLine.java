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
 *   REQUESTED ──200──▶ ANSWERED ──padding──▶ READING
 *       └─────────────────┴─────────────────────┴──▶ ENDED
 * </pre>
 *
 * <p>What starts with anything but padding is not a stream of messages: a page of a proxy, perhaps.
 */
final class StreamLine implements Line {
  private enum State {
    REQUESTED,
    ANSWERED,
    READING,
    ENDED
  }

  private static final int OK = 200;

  private final int maxLength;
  private final Listener listener;
  private final AbortController request;
  private final TextDecoder decoder;
  private final PromiseReaction<JSObject> failed = cause -> end(0);
  private ReadableStreamDefaultReader reader;
  private State state = State.REQUESTED;
  private String partial = "";

  /** Asks for the stream; a line of more than so many UTF-16 units ends it. */
  StreamLine(
      Platform platform, String url, String referrerPolicy, int maxLength, Listener listener) {
    this.maxLength = maxLength;
    this.listener = listener;
    request = platform.newAbortController();
    decoder = platform.newTextDecoder();
    platform.post(url, null, referrerPolicy, request.getSignal()).then(this::answered, failed);
  }

  @Override
  public boolean isOpen() {
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
    if (state == State.ENDED) {
      return;
    }
    if (response.getStatus() == OK) {
      state = State.ANSWERED;
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
    } else if (state != State.ENDED) {
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
        String line = partial;
        partial = "";
        receiveLine(line);
      }
      partial = partial + Values.asString(Values.at(pieces, i));
      if (partial.length() > maxLength) {
        end(0);
      }
    }
  }

  private void receiveLine(String line) {
    char first = line.isEmpty() ? '\n' : line.charAt(0);
    if (state == State.READING) {
      if (first == '{') {
        listener.lineReceived(this, line);
      }
    } else if (first == '0') {
      state = State.READING;
      listener.lineOpened(this);
    } else {
      end(0);
    }
  }

  private void end(int status) {
    if (state != State.ENDED) {
      close();
      listener.lineEnded(this, status);
    }
  }
}
