package io.github.teapeer.jso.fetch;

import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What is fetched, and how.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#requestinit">Fetch, RequestInit</a>
 */
public interface RequestInit extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static RequestInit create() {
    return Dictionary.create(RequestInit.class);
  }

  /**
   * Sets the method.
   *
   * @param method the method; {@code GET} by default
   */
  @JSProperty
  void setMethod(String method);

  /**
   * Sets the header fields.
   *
   * @param headers the fields
   */
  @JSProperty
  void setHeaders(Headers headers);

  /**
   * Sets the body.
   *
   * @param body a string, ArrayBuffer, view, Blob, FormData, {@code URLSearchParams} or {@code
   *     ReadableStream}
   */
  @JSProperty
  void setBody(JSObject body);

  /**
   * Says that the response comes after all of the request; required where the body is a stream.
   *
   * @param duplex {@code half}
   */
  @JSProperty
  void setDuplex(String duplex);

  /**
   * Sets the referrer.
   *
   * @param url a URL of the same origin, empty for none
   */
  @JSProperty
  void setReferrer(String url);

  /**
   * Says what of the referrer is told.
   *
   * @param policy such as {@code no-referrer} or {@code same-origin}
   */
  @JSProperty
  void setReferrerPolicy(String policy);

  /**
   * Sets the mode.
   *
   * @param mode {@code cors}, the default, {@code same-origin} or {@code no-cors}
   */
  @JSProperty
  void setMode(String mode);

  /**
   * Says where cookies are sent.
   *
   * @param credentials {@code same-origin}, the default, {@code omit} or {@code include}
   */
  @JSProperty
  void setCredentials(String credentials);

  /**
   * Says how the cache is used.
   *
   * @param cache such as {@code no-store}
   */
  @JSProperty
  void setCache(String cache);

  /**
   * Says what a redirection does.
   *
   * @param redirect {@code follow}, the default, {@code error} or {@code manual}
   */
  @JSProperty
  void setRedirect(String redirect);

  /**
   * Sets what the body must hash to.
   *
   * @param integrity hashes as in Subresource Integrity
   */
  @JSProperty
  void setIntegrity(String integrity);

  /**
   * Says whether the request outlives the page.
   *
   * @param value whether it does
   */
  @JSProperty
  void setKeepalive(boolean value);

  /**
   * Gives the signal that aborts the fetch.
   *
   * @param signal the signal
   */
  @JSProperty
  void setSignal(AbortSignal signal);
}
