package io.github.teapeer.jso.fetch;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The response to a fetch.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#response-class">Fetch, Response</a>
 */
public interface Response extends JSObject {
  /**
   * The HTTP status.
   *
   * @return the status code
   */
  @JSProperty
  int getStatus();

  /**
   * Whether the status is 200 to 299.
   *
   * @return whether it is
   */
  @JSProperty
  boolean isOk();

  /**
   * Reads the body as text; once.
   *
   * @return a promise of a string
   */
  Promise<JSObject> text();
}
