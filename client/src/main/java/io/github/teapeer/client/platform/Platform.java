package io.github.teapeer.client.platform;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.AbortController;
import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.encoding.TextDecoder;
import io.github.teapeer.jso.encoding.TextEncoder;
import io.github.teapeer.jso.fetch.Response;
import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.websocket.WebSocket;
import org.teavm.jso.JSObject;

/**
 * Everything that the client has to create or look up. There is one implementation for browsers,
 * one for the JVM and one for tests, so that the client's logic exists once.
 *
 * <p>All calls are made on one thread, and everything that a platform hands out calls back on that
 * thread, never from within the call that asked for it.
 */
public interface Platform {
  /**
   * Tells whether peer connections can be made here.
   *
   * @return false where a Peer must fail with {@code browser-incompatible}
   */
  boolean supportsWebRtc();

  /**
   * Makes a peer connection.
   *
   * @param configuration an RTCConfiguration
   * @return the connection
   * @throws RuntimeException where the configuration is not accepted
   */
  RTCPeerConnection newPeerConnection(JSObject configuration);

  /**
   * Opens a WebSocket.
   *
   * @param url a ws or wss URL
   * @return the socket, connecting
   * @throws RuntimeException where the URL is malformed or the page may not connect to it
   */
  WebSocket newWebSocket(String url);

  /**
   * Sends a GET request.
   *
   * @param url an http or https URL
   * @param referrerPolicy the referrer policy, see <a
   *     href="https://www.w3.org/TR/referrer-policy/">Referrer Policy</a>
   * @return a promise of the response, rejected where there is none
   */
  Promise<Response> fetch(String url, String referrerPolicy);

  /**
   * Sends a POST request.
   *
   * @param url an http or https URL
   * @param json the body, or null for none
   * @param referrerPolicy as for {@link #fetch}
   * @param signal aborts the request, and the response while it is being read
   * @return a promise of the response, fulfilled when its head is there; rejected where there is
   *     none
   */
  Promise<Response> post(String url, String json, String referrerPolicy, AbortSignal signal);

  /**
   * Makes what aborts a request.
   *
   * @return the controller
   */
  AbortController newAbortController();

  /**
   * Makes a decoder of UTF-8 that replaces what is malformed.
   *
   * @return the decoder
   */
  TextDecoder newTextDecoder();

  /**
   * Makes an encoder of UTF-8.
   *
   * @return the encoder
   */
  TextEncoder newTextEncoder();

  /**
   * Calls a function later.
   *
   * @param callback what is called, once
   * @param milliseconds the delay
   * @return a number above 0 that cancels the call
   */
  int setTimeout(TimerCallback callback, int milliseconds);

  /**
   * Calls a function when what runs now has returned, before anything else happens.
   *
   * @param callback what is called, once
   */
  void queueMicrotask(TimerCallback callback);

  /**
   * Cancels a call; nothing happens if it was made already.
   *
   * @param timer what {@link #setTimeout} answered, or 0
   */
  void clearTimeout(int timer);

  /**
   * A fresh identifier that nobody can guess.
   *
   * @return letters and digits with at least 64 bits from a cryptographic source
   */
  String randomToken();

  /**
   * Makes a random number that nothing secret depends on.
   *
   * @return from 0 to 1, without 1
   */
  double random();

  /**
   * Tells whether a peer may have an id.
   *
   * @param id a peer id
   * @return whether it starts and ends with a letter or digit and holds nothing but letters,
   *     digits, spaces, {@code -} and {@code _}
   */
  boolean isValidId(String id);

  /**
   * Tells whether an API key is well formed.
   *
   * @param key an API key
   * @return whether it is
   */
  boolean isValidKey(String key);

  /**
   * Percent-encodes a URI component.
   *
   * @param text any text
   * @return the component
   */
  String encodeUriComponent(String text);

  /**
   * Parses JSON.
   *
   * @param text what may be JSON
   * @return the value; null where it is {@code null} or the text is malformed
   */
  JSObject parseJson(String text);

  /**
   * Writes JSON.
   *
   * @param value a value
   * @return its JSON
   * @throws RuntimeException where the value has none, such as one that holds itself
   */
  String toJson(JSObject value);

  /**
   * Makes a Blob.
   *
   * @param parts an array of ArrayBuffers, views and Blobs
   * @return a Blob of all of them
   */
  Blob newBlob(JSObject parts);

  /**
   * Packs and unpacks user data.
   *
   * @return the codec
   */
  ValueCodec codec();

  /**
   * The platform's own error behind an exception that it threw.
   *
   * @param thrown what was caught, or null
   * @return the error as a page would see it, or null for null
   */
  JSObject errorOf(Throwable thrown);

  /**
   * Tells a developer what goes on.
   *
   * @param level one of {@link LogLevel}
   * @param message a sentence
   * @param detail what it is about, or null
   */
  void log(int level, String message, JSObject detail);

  /**
   * Tells a developer what goes on, where the sentence says everything.
   *
   * @param level one of {@link LogLevel}
   * @param message a sentence
   */
  default void log(int level, String message) {
    log(level, message, null);
  }
}
