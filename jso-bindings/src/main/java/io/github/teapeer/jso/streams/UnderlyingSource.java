package io.github.teapeer.jso.streams;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Where the chunks of a readable stream come from.
 *
 * @see <a href="https://streams.spec.whatwg.org/#dictdef-underlyingsource">Streams,
 *     UnderlyingSource</a>
 */
public interface UnderlyingSource extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static UnderlyingSource create() {
    return Dictionary.create(UnderlyingSource.class);
  }

  /**
   * Sets what is called once, at the start.
   *
   * @param start the function
   */
  @JSProperty
  void setStart(UnderlyingSourceStartCallback start);

  /**
   * Sets what is called when chunks are wanted.
   *
   * @param pull the function
   */
  @JSProperty
  void setPull(UnderlyingSourcePullCallback pull);

  /**
   * Sets what is called when no more chunks are wanted.
   *
   * @param cancel the function
   */
  @JSProperty
  void setCancel(UnderlyingSourceCancelCallback cancel);

  /**
   * Says what the source gives; chunks of any kind if this is not set.
   *
   * @param type {@code bytes} for bytes
   */
  @JSProperty
  void setType(String type);

  /**
   * Has buffers made for a source of bytes.
   *
   * @param bytes their size in bytes
   */
  @JSProperty
  void setAutoAllocateChunkSize(double bytes);
}
