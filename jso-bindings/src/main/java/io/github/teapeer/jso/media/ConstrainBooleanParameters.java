package io.github.teapeer.jso.media;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What a condition shall be.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-constrainbooleanparameters">Media
 *     Capture and Streams, ConstrainBooleanParameters</a>
 */
public interface ConstrainBooleanParameters extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static ConstrainBooleanParameters create() {
    return Dictionary.create(ConstrainBooleanParameters.class);
  }

  /**
   * Sets the only one that will do.
   *
   * @param only the only one
   */
  @JSProperty
  void setExact(boolean only);

  /**
   * Sets what would be best.
   *
   * @param best the best
   */
  @JSProperty
  void setIdeal(boolean best);
}
