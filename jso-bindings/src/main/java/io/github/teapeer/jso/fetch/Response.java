package io.github.teapeer.jso.fetch;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.NativeMember;
import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.streams.ReadableStream;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The response to a fetch.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#response-class">Fetch, Response</a>
 */
public interface Response extends JSObject {
  /**
   * Makes a response; browsers only.
   *
   * @param body a string, ArrayBuffer, view, Blob or {@code ReadableStream}, or null
   * @param init its head, or null
   * @return the response
   */
  @JSBody(
      params = {"body", "init"},
      script = "return new Response(body, init || undefined);")
  static Response create(JSObject body, ResponseInit init) {
    throw new UnsupportedOperationException("A Response is made by the browser");
  }

  /**
   * The HTTP status.
   *
   * @return the status code
   */
  @JSProperty
  int getStatus();

  /**
   * Whether the status is 200 to 299.
   *
   * @return whether it is
   */
  @JSProperty
  boolean isOk();

  /**
   * Reads the body as text; once.
   *
   * @return a promise of a string
   */
  Promise<JSObject> text();

  /**
   * {@return {@code basic}, {@code cors}, {@code default}, {@code error}, {@code opaque} or {@code
   * opaqueredirect}}
   */
  default String getType() {
    return NativeMember.getString(this, "type");
  }

  /** {@return the URL after redirections, or empty} */
  default String getUrl() {
    return NativeMember.getString(this, "url");
  }

  /** {@return whether there was a redirection} */
  default boolean isRedirected() {
    return NativeMember.getBoolean(this, "redirected");
  }

  /** {@return the reason phrase, often empty} */
  default String getStatusText() {
    return NativeMember.getString(this, "statusText");
  }

  /** {@return the header fields} */
  default Headers getHeaders() {
    return NativeMember.get(this, "headers");
  }

  /** {@return the body as a stream of Uint8Arrays, or null where there is none} */
  default ReadableStream getBody() {
    return NativeMember.get(this, "body");
  }

  /** {@return whether the body was read, or is being read} */
  default boolean isBodyUsed() {
    return NativeMember.getBoolean(this, "bodyUsed");
  }

  /**
   * Reads the body; once.
   *
   * @return a promise of an ArrayBuffer
   */
  default Promise<JSObject> arrayBuffer() {
    return NativeMember.call(this, "arrayBuffer");
  }

  /**
   * Reads the body; once.
   *
   * @return a promise of a Blob
   */
  default Promise<Blob> blob() {
    return NativeMember.call(this, "blob");
  }

  /**
   * Reads the body as JSON; once.
   *
   * @return a promise of the value; rejected where it is malformed
   */
  default Promise<JSObject> json() {
    return NativeMember.call(this, "json");
  }

  /**
   * Copies the response; the body must not have been read. Not called {@code clone}, since a Java
   * class could not implement that without overriding {@link Object#clone()}.
   *
   * @return the copy
   */
  default Response cloneResponse() {
    return NativeMember.call(this, "clone");
  }
}
