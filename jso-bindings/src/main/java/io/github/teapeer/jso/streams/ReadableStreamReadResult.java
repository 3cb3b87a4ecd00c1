package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A chunk, or the end of the stream.
 *
 * @see <a href="https://streams.spec.whatwg.org/#dictdef-readablestreamreadresult">Streams,
 *     ReadableStreamReadResult</a>
 */
public interface ReadableStreamReadResult extends JSObject {
  /** {@return whether the stream has ended} */
  @JSProperty
  boolean isDone();

  /** {@return the chunk, or null where the stream has ended} */
  default JSObject getValue() {
    return Values.get(this, "value");
  }
}
