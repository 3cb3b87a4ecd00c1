package io.github.teapeer.client.browser;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** What the glue offers to the Java code: see {@code src/main/js/environment.js}. */
interface PageEnvironment extends JSObject {
  /** Makes a {@code PeerError}. */
  JSObject newError(String type, String message, JSObject cause);

  /**
   * Emits an event; what a listener throws is thrown again where it harms nobody. {@code close}
   * settles the promises {@code ready} and {@code closed} of the object, and {@code disconnected}
   * the first of them.
   */
  void fire(JSObject emitter, String event, JSObject value);

  /** Fills in the defaults of a page's options. */
  PageOptions peerOptions(JSObject options);

  /** Fulfils the promise {@code ready} of an object. */
  void ready(JSObject emitter, JSObject value);

  /** A promise to be settled; that it is rejected and nobody looks is no error of the page. */
  Deferred deferred();

  /** Logs. */
  void log(int level, String message, JSObject detail);

  /** The {@code util} of the page, whose members a page may replace. */
  @JSProperty
  PageUtil getUtil();
}
