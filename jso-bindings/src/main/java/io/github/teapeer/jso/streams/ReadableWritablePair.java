package io.github.teapeer.jso.streams;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Two ends of a transformation. A {@link TransformStream} is one.
 *
 * @see <a href="https://streams.spec.whatwg.org/#dictdef-readablewritablepair">Streams,
 *     ReadableWritablePair</a>
 */
public interface ReadableWritablePair extends JSObject {
  /**
   * Pairs two streams.
   *
   * @param readable where the results come out
   * @param writable where the chunks go in
   * @return the pair; browsers only
   */
  @JSBody(
      params = {"readable", "writable"},
      script = "return {readable: readable, writable: writable};")
  static ReadableWritablePair of(ReadableStream readable, WritableStream writable) {
    throw new UnsupportedOperationException("Streams are made by the browser");
  }

  /** {@return where the results come out} */
  @JSProperty
  ReadableStream getReadable();

  /** {@return where the chunks go in} */
  @JSProperty
  WritableStream getWritable();
}
