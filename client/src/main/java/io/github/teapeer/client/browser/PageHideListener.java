package io.github.teapeer.client.browser;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** Is called when the page goes away. */
@JSFunctor
interface PageHideListener extends JSObject {
  /** What it is called with. */
  interface Event extends JSObject {
    /** Whether the page is kept and may come back. */
    @JSProperty
    boolean isPersisted();
  }

  void hidden(Event event);
}
