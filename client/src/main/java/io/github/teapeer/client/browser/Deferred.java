package io.github.teapeer.client.browser;

import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;

/** What settles a promise of the page. */
interface Deferred extends JSObject {
  @JSMethod
  void resolve(JSObject value);

  @JSMethod
  void reject(JSObject reason);
}
