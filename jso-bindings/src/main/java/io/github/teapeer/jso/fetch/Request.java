package io.github.teapeer.jso.fetch;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.streams.ReadableStream;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What is fetched, and how.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#request-class">Fetch, Request</a>
 */
public interface Request extends JSObject {
  /**
   * Makes a request; browsers only.
   *
   * @param url the URL, possibly relative to the page
   * @param init how it is fetched, or null
   * @return the request
   */
  @JSBody(
      params = {"url", "init"},
      script = "return new Request(url, init || undefined);")
  static Request create(String url, RequestInit init) {
    throw new UnsupportedOperationException("A Request is made by the browser");
  }

  /** {@return the method} */
  @JSProperty
  String getMethod();

  /** {@return the absolute URL} */
  @JSProperty
  String getUrl();

  /** {@return the header fields} */
  @JSProperty
  Headers getHeaders();

  /** {@return the referrer; empty for none, {@code about:client} for the page} */
  @JSProperty
  String getReferrer();

  /** {@return what of the referrer is told; empty for the default} */
  @JSProperty
  String getReferrerPolicy();

  /** {@return {@code cors}, {@code same-origin}, {@code no-cors} or {@code navigate}} */
  @JSProperty
  String getMode();

  /** {@return {@code same-origin}, {@code omit} or {@code include}} */
  @JSProperty
  String getCredentials();

  /** {@return how the cache is used} */
  @JSProperty
  String getCache();

  /** {@return {@code follow}, {@code error} or {@code manual}} */
  @JSProperty
  String getRedirect();

  /** {@return what the body must hash to, or empty} */
  @JSProperty
  String getIntegrity();

  /** {@return whether the request outlives the page} */
  @JSProperty
  boolean isKeepalive();

  /** {@return the signal that aborts the fetch} */
  @JSProperty
  AbortSignal getSignal();

  /** {@return the body as a stream of Uint8Arrays, or null where there is none} */
  @JSProperty
  ReadableStream getBody();

  /** {@return whether the body was read, or is being read} */
  @JSProperty
  boolean isBodyUsed();

  /**
   * Reads the body; once.
   *
   * @return a promise of an ArrayBuffer
   */
  Promise<JSObject> arrayBuffer();

  /**
   * Reads the body; once.
   *
   * @return a promise of a Blob
   */
  Promise<Blob> blob();

  /**
   * Reads the body as JSON; once.
   *
   * @return a promise of the value; rejected where it is malformed
   */
  Promise<JSObject> json();

  /**
   * Reads the body as text; once.
   *
   * @return a promise of a string
   */
  Promise<JSObject> text();

  /**
   * Copies the request. Not called {@code clone}, since a Java class could not implement that
   * without overriding {@link Object#clone()}.
   *
   * @return the copy
   */
  @JSMethod("clone")
  Request cloneRequest();
}
