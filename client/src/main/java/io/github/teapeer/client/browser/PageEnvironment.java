package io.github.teapeer.client.browser;

import io.github.teapeer.client.negotiation.IceSource;
import io.github.teapeer.client.peer.CallOptions;
import io.github.teapeer.client.peer.ConnectOptions;
import io.github.teapeer.client.peer.PeerOptions;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** What the glue offers to the Java code: see {@code src/main/js/environment.js}. */
interface PageEnvironment extends JSObject {
  /** What the glue calls {@code environment}. */
  @JSBody(script = "return environment;")
  static PageEnvironment get() {
    throw new UnsupportedOperationException("The glue is a part of peer.js");
  }

  /** Makes a {@code PeerError}. */
  JSObject newError(String type, String message, JSObject cause);

  /**
   * Emits an event; what a listener throws is thrown again where it harms nobody. {@code open},
   * {@code disconnected} and {@code close} settle the promises {@code ready} and {@code closed} of
   * the object.
   */
  void fire(JSObject emitter, String event, JSObject value);

  /** Emits an event that comes with two values. */
  void fire(JSObject emitter, String event, JSObject value, JSObject more);

  /** Fulfils the promise {@code ready} of an object. */
  void ready(JSObject emitter);

  /**
   * Checks the options of {@code connect}, and fills in defaults. Throws a TypeError where they
   * make no sense.
   */
  @JSMethod("dialOptions")
  ConnectOptions connectOptions(JSObject options, int defaultTimeout);

  /** Checks the options of {@code call} in the same way. */
  @JSMethod("dialOptions")
  CallOptions callOptions(JSObject options, int defaultTimeout);

  /** The page's function that answers the configuration, or null. */
  IceSource iceSource(JSObject options);

  /** Calls a method; what it throws is thrown again where it harms nobody. */
  void call(JSObject object, String method, JSObject argument);

  /**
   * Makes a connection of the class that the page registered for a serialization; undefined where
   * it did not.
   */
  JSObject connectionOf(JSObject provider, String peer, String serialization, JSObject options);

  /** Offers a signalling message to connections and classes of the page's own. */
  boolean take(JSObject provider, JSObject message);

  /**
   * Whether there is WebRTC: without a test connection, unless the page says itself what is
   * supported.
   */
  boolean supportsWebRtc();

  /** Has a function called when the page goes away. Workers do not tell. */
  void addPageHideListener(PageHideListener listener);

  /** Has it called no more. */
  void removePageHideListener(PageHideListener listener);

  /** Fills in the defaults of a page's options. Throws a TypeError where they make no sense. */
  PeerOptions peerOptions(JSObject options);

  /** Logs. */
  void log(int level, String message, JSObject detail);

  /** Logs a sentence that says everything. */
  void log(int level, String message);

  /** The {@code util} of the page, whose members a page may replace. */
  @JSProperty
  PageUtil getUtil();
}
