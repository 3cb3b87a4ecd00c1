package io.github.teapeer.client.browser;

import io.github.teapeer.binarypack.PackLimits;
import io.github.teapeer.binarypack.PackReader;
import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.binarypack.js.JsBytes;
import io.github.teapeer.binarypack.js.JsPacker;
import io.github.teapeer.binarypack.js.JsUnpacker;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.platform.PeerNames;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.client.platform.TimerCallback;
import io.github.teapeer.client.platform.ValueCodec;
import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.AbortController;
import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.encoding.TextDecoder;
import io.github.teapeer.jso.encoding.TextEncoder;
import io.github.teapeer.jso.fetch.Response;
import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.websocket.WebSocket;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExceptions;
import org.teavm.jso.JSObject;

/** The platform of TeaVM applications: a browser's native objects, as they are. */
public class BrowserPlatform implements Platform, ValueCodec {
  private final PackReader reader = new PackReader();

  /** Makes the platform; one is enough for a page. */
  public BrowserPlatform() {}

  @Override
  public boolean supportsWebRtc() {
    return hasPeerConnection();
  }

  @Override
  public RTCPeerConnection newPeerConnection(JSObject configuration) {
    return RTCPeerConnection.create(configuration);
  }

  @Override
  public WebSocket newWebSocket(String url) {
    return WebSocket.create(url);
  }

  @Override
  public Promise<Response> fetch(String url, String referrerPolicy) {
    return request(url, referrerPolicy);
  }

  @Override
  public Promise<Response> post(
      String url, String json, String referrerPolicy, AbortSignal signal) {
    return send(url, json, referrerPolicy, signal);
  }

  @Override
  public AbortController newAbortController() {
    return AbortController.create();
  }

  @Override
  public TextDecoder newTextDecoder() {
    return TextDecoder.create();
  }

  @Override
  public TextEncoder newTextEncoder() {
    return TextEncoder.create();
  }

  @Override
  public int setTimeout(TimerCallback callback, int milliseconds) {
    return startTimer(callback, milliseconds);
  }

  @Override
  public void queueMicrotask(TimerCallback callback) {
    startMicrotask(callback);
  }

  @Override
  public void clearTimeout(int timer) {
    stopTimer(timer);
  }

  @Override
  public String randomToken() {
    return token();
  }

  @Override
  public double random() {
    return chance();
  }

  @Override
  public boolean isValidId(String id) {
    return PeerNames.isValid(id);
  }

  @Override
  public boolean isValidKey(String key) {
    return PeerNames.isValid(key);
  }

  @Override
  public String encodeUriComponent(String text) {
    return encode(text);
  }

  @Override
  public JSObject parseJson(String text) {
    return parse(text);
  }

  @Override
  public String toJson(JSObject value) {
    return stringify(value);
  }

  @Override
  public Blob newBlob(JSObject parts) {
    return blobOf(parts);
  }

  @Override
  public ValueCodec codec() {
    return this;
  }

  @Override
  public Blob pack(PackWriter out, JSObject value) {
    return (Blob) JsPacker.write(out, value, PackLimits.defaults());
  }

  @Override
  public JSObject unpack(JSObject data, boolean legacyStrings, boolean views) {
    byte[] bytes = JsBytes.wrap(data);
    reader.setLegacyStrings(legacyStrings);
    reader.setViews(views);
    reader.reset(bytes, 0, bytes.length);
    JSObject values = Values.newArray();
    do {
      Values.push(values, JsUnpacker.read(reader));
    } while (reader.remaining() > 0);
    reader.finish();
    return values;
  }

  @Override
  public JSObject errorOf(Throwable thrown) {
    return JSExceptions.getJSException(thrown);
  }

  @Override
  public void log(int level, String message, JSObject detail) {
    if (level <= LogLevel.WARNING) {
      warn(message, detail);
    }
  }

  @JSBody(
      params = {"url", "policy"},
      script = "return fetch(url, {referrerPolicy: policy});")
  private static native Promise<Response> request(String url, String policy);

  @JSBody(
      params = {"url", "json", "policy", "signal"},
      script =
          "return fetch(url, {method: 'POST', body: json, referrerPolicy: policy, signal: signal,"
              + " headers: json ? {'Content-Type': 'application/json'} : {}});")
  private static native Promise<Response> send(
      String url, String json, String policy, AbortSignal signal);

  @JSBody(
      params = {"callback", "delay"},
      script = "return setTimeout(callback, delay);")
  private static native int startTimer(TimerCallback callback, int delay);

  @JSBody(params = "callback", script = "Promise.resolve().then(callback);")
  private static native void startMicrotask(TimerCallback callback);

  @JSBody(script = "return Math.random();")
  private static native double chance();

  @JSBody(params = "timer", script = "clearTimeout(timer);")
  private static native void stopTimer(int timer);

  @JSBody(params = "text", script = "return encodeURIComponent(text);")
  private static native String encode(String text);

  @JSBody(
      params = "text",
      script = "try { return JSON.parse(text); } catch (malformed) { return null; }")
  private static native JSObject parse(String text);

  @JSBody(params = "value", script = "return JSON.stringify(value === undefined ? null : value);")
  private static native String stringify(JSObject value);

  @JSBody(params = "parts", script = "return new Blob(parts);")
  private static native Blob blobOf(JSObject parts);

  @JSBody(script = "return typeof RTCPeerConnection === 'function';")
  private static native boolean hasPeerConnection();

  @JSBody(
      script =
          "return Array.from(crypto.getRandomValues(new Uint8Array(16)),"
              + " byte => (byte % 36).toString(36)).join('');")
  private static native String token();

  @JSBody(
      params = {"message", "detail"},
      script = "console.warn('PeerJS:', message, detail);")
  private static native void warn(String message, JSObject detail);
}
