package io.github.teapeer.jso.file;

import io.github.teapeer.jso.core.Sequence;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A Blob with a name, as a user chose it.
 *
 * @see <a href="https://w3c.github.io/FileAPI/#file-section">File API, File</a>
 */
public interface File extends Blob {
  /**
   * Makes a File; browsers only.
   *
   * @param parts strings, ArrayBuffers, views and Blobs
   * @param name its name
   * @param options its properties, or null
   * @return the File
   */
  @JSBody(
      params = {"parts", "name", "options"},
      script = "return new File(parts, name, options || undefined);")
  static File create(Sequence<? extends JSObject> parts, String name, FilePropertyBag options) {
    throw new UnsupportedOperationException("A File is made by the browser");
  }

  /** {@return the name, without a path} */
  @JSProperty
  String getName();

  /** {@return when it was changed, in milliseconds since 1970} */
  @JSProperty
  double getLastModified();
}
