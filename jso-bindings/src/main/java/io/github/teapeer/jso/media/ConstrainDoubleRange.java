package io.github.teapeer.jso.media;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Bounds of a number.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-constraindoublerange">Media Capture
 *     and Streams, ConstrainDoubleRange</a>
 */
public interface ConstrainDoubleRange extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static ConstrainDoubleRange create() {
    return Dictionary.create(ConstrainDoubleRange.class);
  }

  /**
   * Sets the least that will do.
   *
   * @param least the least
   */
  @JSProperty
  void setMin(double least);

  /**
   * Sets the most that will do.
   *
   * @param most the most
   */
  @JSProperty
  void setMax(double most);

  /**
   * Sets the only one that will do.
   *
   * @param only the only one
   */
  @JSProperty
  void setExact(double only);

  /**
   * Sets what would be best.
   *
   * @param best the best
   */
  @JSProperty
  void setIdeal(double best);
}
