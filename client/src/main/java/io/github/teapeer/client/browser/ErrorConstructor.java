package io.github.teapeer.client.browser;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Makes a {@code PeerError}. */
@JSFunctor
interface ErrorConstructor extends JSObject {
  JSObject create(String type, String message);
}
