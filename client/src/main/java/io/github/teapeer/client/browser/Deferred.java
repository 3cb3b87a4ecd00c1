package io.github.teapeer.client.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;

/** What settles a promise of the page. */
interface Deferred extends JSObject {
  @JSBody(params = "value", script = "return value;")
  static Deferred of(JSObject value) {
    throw new UnsupportedOperationException("A promise of the page is made by the browser");
  }

  @JSMethod
  void resolve(JSObject value);

  @JSMethod
  void reject(JSObject reason);
}
