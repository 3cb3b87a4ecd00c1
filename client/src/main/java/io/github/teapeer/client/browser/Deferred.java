package io.github.teapeer.client.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** A promise of the page, and what settles it. */
interface Deferred extends JSObject {
  /** Makes a promise that is not settled. */
  @JSBody(script = "return new Deferred();")
  static Deferred create() {
    throw new UnsupportedOperationException("The glue is a part of peer.js");
  }

  /** The promise. That it is rejected and nobody looks is no error of the page. */
  @JSProperty
  JSObject getPromise();

  @JSMethod
  void resolve(JSObject value);

  @JSMethod
  void reject(JSObject reason);
}
