package io.github.teapeer.jso.media;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Bounds of an integer.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-constrainulongrange">Media Capture
 *     and Streams, ConstrainULongRange</a>
 */
public interface ConstrainULongRange extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static ConstrainULongRange create() {
    return Dictionary.create(ConstrainULongRange.class);
  }

  /**
   * Sets the least that will do.
   *
   * @param least the least
   */
  @JSProperty
  void setMin(int least);

  /**
   * Sets the most that will do.
   *
   * @param most the most
   */
  @JSProperty
  void setMax(int most);

  /**
   * Sets the only one that will do.
   *
   * @param only the only one
   */
  @JSProperty
  void setExact(int only);

  /**
   * Sets what would be best.
   *
   * @param best the best
   */
  @JSProperty
  void setIdeal(int best);
}
