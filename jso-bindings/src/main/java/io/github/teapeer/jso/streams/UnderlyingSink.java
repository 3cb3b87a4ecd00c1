package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Where the chunks of a writable stream go.
 *
 * @see <a href="https://streams.spec.whatwg.org/#dictdef-underlyingsink">Streams,
 *     UnderlyingSink</a>
 */
public interface UnderlyingSink extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static UnderlyingSink create() {
    return Dictionary.create(UnderlyingSink.class);
  }

  /**
   * Sets what is called once, at the start.
   *
   * @param start the function
   */
  @JSProperty
  void setStart(UnderlyingSinkStartCallback start);

  /**
   * Sets what is called with every chunk.
   *
   * @param write the function
   */
  @JSProperty
  void setWrite(UnderlyingSinkWriteCallback write);

  /**
   * Sets what is called after the last chunk.
   *
   * @param close the function
   */
  @JSProperty
  void setClose(UnderlyingSinkCloseCallback close);

  /**
   * Sets what is called when the stream is aborted.
   *
   * @param abort the function
   */
  @JSProperty
  void setAbort(UnderlyingSinkAbortCallback abort);
}
