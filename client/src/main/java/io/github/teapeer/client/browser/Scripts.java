package io.github.teapeer.client.browser;

import io.github.teapeer.client.negotiation.SdpTransform;
import io.github.teapeer.jso.dom.AbortSignal;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The few lines of JavaScript that the facades need. */
final class Scripts {
  private Scripts() {}

  /** A Java object as the page sees it. */
  @JSBody(params = "facade", script = "return facade;")
  static native JSObject self(PeerFacade facade);

  @JSBody(script = "return void 0;")
  static native JSObject undefined();

  @JSBody(params = "value", script = "return !!value && value.constructor === Object;")
  static native boolean isOptions(JSObject value);

  /** An id as a page may give it: anything truthy, made a string. */
  @JSBody(params = "value", script = "return value ? value.toString() : null;")
  static native String idOf(JSObject value);

  /** A promise of what a value is, or will be. */
  @JSBody(params = "value", script = "return Promise.resolve(value);")
  static native JSObject promiseOf(JSObject value);

  @JSBody(params = "message", script = "throw new TypeError(message);")
  static native void throwTypeError(String message);

  @JSBody(script = "return {__proto__: null};")
  static native JSObject newHash();

  @JSBody(
      params = {"hash", "key", "item"},
      script = "(hash[key] || (hash[key] = [])).push(item);")
  static native void addTo(JSObject hash, String key, JSObject item);

  @JSBody(
      params = {"hash", "key", "item"},
      script =
          "hash[key] = (hash[key] || []).filter(other => other !== item);"
              + " if (!hash[key].length) delete hash[key];")
  static native void removeFrom(JSObject hash, String key, JSObject item);

  @JSBody(
      params = {"hash", "key", "id"},
      script = "return (hash[key] || []).find(item => item.connectionId === id) || null;")
  static native JSObject findIn(JSObject hash, String key, String id);

  /** Calls what a serializer class defines. */
  @JSBody(
      params = {"connection", "data", "chunked"},
      script = "return connection._send(data, chunked);")
  static native JSObject send(JSObject connection, JSObject data, JSObject chunked);

  /** What changes the answer to a call; it may be of another kind. */
  @JSBody(params = "options", script = "return options.sdpTransform;")
  static native SdpTransform transformOf(JSObject options);

  /** What aborts a send; its second argument may be of another kind. */
  @JSBody(params = "options", script = "return options && options['signal'];")
  static native AbortSignal signalOf(JSObject options);

  @JSBody(
      params = {"outgoing", "transferred", "total"},
      script =
          "return {direction: outgoing ? 'send' : 'receive', transferred: transferred,"
              + " total: total};")
  static native JSObject progress(boolean outgoing, double transferred, double total);

  @JSBody(
      params = {"attempt", "delay"},
      script = "return {attempt: attempt, delay: delay};")
  static native JSObject attempt(int attempt, int delay);

  @JSBody(script = "return {__peerData: {type: 'close'}};")
  static native JSObject closeRequest();

  /** Closes the connections that negotiate for themselves: all that are left. */
  @JSBody(
      params = "hash",
      script = "Object.values(hash).flat().forEach(connection => connection.close());")
  static native void closeAll(JSObject hash);

  @JSBody(
      params = {"callback", "value"},
      script = "if (callback) callback(value);")
  static native void call(JSObject callback, JSObject value);
}
