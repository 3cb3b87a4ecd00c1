package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What an end on one side of a pipe does to the other.
 *
 * @see <a href="https://streams.spec.whatwg.org/#dictdef-streampipeoptions">Streams,
 *     StreamPipeOptions</a>
 */
public interface StreamPipeOptions extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static StreamPipeOptions create() {
    return Dictionary.create(StreamPipeOptions.class);
  }

  /**
   * Leaves the destination open when the source ends.
   *
   * @param value whether it stays open
   */
  @JSProperty
  void setPreventClose(boolean value);

  /**
   * Leaves the destination open when the source fails.
   *
   * @param value whether it stays open
   */
  @JSProperty
  void setPreventAbort(boolean value);

  /**
   * Leaves the source open when the destination fails or closes.
   *
   * @param value whether it stays open
   */
  @JSProperty
  void setPreventCancel(boolean value);

  /**
   * Gives the signal that stops the pipe.
   *
   * @param value the signal
   */
  @JSProperty
  void setSignal(AbortSignal value);
}
