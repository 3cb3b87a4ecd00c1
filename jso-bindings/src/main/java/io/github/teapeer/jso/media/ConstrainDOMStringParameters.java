package io.github.teapeer.jso.media;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What a string shall be.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-constraindomstringparameters">Media
 *     Capture and Streams, ConstrainDOMStringParameters</a>
 */
public interface ConstrainDOMStringParameters extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static ConstrainDOMStringParameters create() {
    return Dictionary.create(ConstrainDOMStringParameters.class);
  }

  /**
   * Sets the only one that will do.
   *
   * @param only the only one
   */
  @JSProperty
  void setExact(String only);

  /**
   * Sets all that will do.
   *
   * @param any any of these
   */
  @JSProperty
  void setExact(String[] any);

  /**
   * Sets what would be best.
   *
   * @param best the best
   */
  @JSProperty
  void setIdeal(String best);

  /**
   * Sets what would be best.
   *
   * @param any any of these
   */
  @JSProperty
  void setIdeal(String[] any);
}
