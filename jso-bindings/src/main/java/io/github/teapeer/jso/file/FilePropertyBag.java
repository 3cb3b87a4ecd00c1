package io.github.teapeer.jso.file;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;

/**
 * The properties of a File.
 *
 * @see <a href="https://w3c.github.io/FileAPI/#dfn-FilePropertyBag">File API, FilePropertyBag</a>
 */
public interface FilePropertyBag extends BlobPropertyBag {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static FilePropertyBag create() {
    return Dictionary.create(FilePropertyBag.class);
  }

  /**
   * Sets when the file was changed; now by default.
   *
   * @param milliseconds milliseconds since 1970
   */
  @JSProperty
  void setLastModified(double milliseconds);
}
