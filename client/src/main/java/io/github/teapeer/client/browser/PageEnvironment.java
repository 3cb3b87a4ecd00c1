package io.github.teapeer.client.browser;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** What the glue offers to the Java code: see {@code src/main/js/environment.js}. */
interface PageEnvironment extends JSObject {
  /** Makes a {@code PeerError}. */
  JSObject newError(String type, String message, JSObject cause);

  /** Emits an event; what a listener throws is thrown again where it harms nobody. */
  void fire(JSObject emitter, String event, JSObject value);

  /** Fills in the defaults of a page's options. */
  PageOptions peerOptions(JSObject options);

  /** Makes the promises of an object's life. */
  Lifecycle newLifecycle();

  /** Logs. */
  void log(int level, String message, JSObject detail);

  /** The {@code util} of the page, whose members a page may replace. */
  @JSProperty
  PageUtil getUtil();
}
