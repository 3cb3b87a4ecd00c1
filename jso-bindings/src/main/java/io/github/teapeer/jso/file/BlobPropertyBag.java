package io.github.teapeer.jso.file;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The properties of a Blob.
 *
 * @see <a href="https://w3c.github.io/FileAPI/#dfn-BlobPropertyBag">File API, BlobPropertyBag</a>
 */
public interface BlobPropertyBag extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static BlobPropertyBag create() {
    return Dictionary.create(BlobPropertyBag.class);
  }

  /**
   * Sets the media type.
   *
   * @param value the media type
   */
  @JSProperty
  void setType(String value);

  /**
   * Says what becomes of line endings in strings.
   *
   * @param value {@code transparent}, the default, or {@code native}
   */
  @JSProperty
  void setEndings(String value);
}
