package io.github.teapeer.jso.dom;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The properties of an event that a page makes.
 *
 * @see <a href="https://dom.spec.whatwg.org/#dictdef-eventinit">DOM, EventInit</a>
 */
public interface EventInit extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static EventInit create() {
    return Dictionary.create(EventInit.class);
  }

  /**
   * Says whether the event is dispatched to ancestors as well; it is not by default.
   *
   * @param value whether it is
   */
  @JSProperty
  void setBubbles(boolean value);

  /**
   * Says whether {@code preventDefault} has an effect; it has none by default.
   *
   * @param value whether it has
   */
  @JSProperty
  void setCancelable(boolean value);

  /**
   * Says whether the event leaves a shadow tree; it does not by default.
   *
   * @param value whether it does
   */
  @JSProperty
  void setComposed(boolean value);
}
