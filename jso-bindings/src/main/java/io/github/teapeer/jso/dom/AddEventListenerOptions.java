package io.github.teapeer.jso.dom;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How a listener is added.
 *
 * @see <a href="https://dom.spec.whatwg.org/#dictdef-addeventlisteneroptions">DOM,
 *     AddEventListenerOptions</a>
 */
public interface AddEventListenerOptions extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static AddEventListenerOptions create() {
    return Dictionary.create(AddEventListenerOptions.class);
  }

  /**
   * Says whether the listener is called before those of descendants.
   *
   * @param value whether it is
   */
  @JSProperty
  void setCapture(boolean value);

  /**
   * Says whether the listener is removed when it is called.
   *
   * @param value whether it is
   */
  @JSProperty
  void setOnce(boolean value);

  /**
   * Promises that the listener does not call {@code preventDefault}.
   *
   * @param value whether it is a promise
   */
  @JSProperty
  void setPassive(boolean value);

  /**
   * Gives the signal that removes the listener when it is aborted.
   *
   * @param value the signal
   */
  @JSProperty
  void setSignal(AbortSignal value);
}
