package io.github.teapeer.client.browser;

import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** A promise of the page, and what settles it. */
interface Deferred extends JSObject {
  @JSProperty
  JSObject getPromise();

  @JSMethod
  void resolve(JSObject value);

  @JSMethod
  void reject(JSObject reason);
}
