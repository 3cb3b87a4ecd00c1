package io.github.teapeer.jso.fetch;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSBody;

/**
 * The global function {@code fetch}. Browsers only.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#fetch-method">Fetch, fetch</a>
 */
public final class Fetch {
  private Fetch() {}

  /**
   * Fetches a resource.
   *
   * @param url the URL, possibly relative to the page
   * @param init how it is fetched, or null
   * @return a promise of the response, fulfilled when its head is there, whatever its status;
   *     rejected with a TypeError where there is none, and with the signal's reason when it is
   *     aborted
   */
  @JSBody(
      params = {"url", "init"},
      script = "return fetch(url, init || undefined);")
  public static Promise<Response> fetch(String url, RequestInit init) {
    throw new UnsupportedOperationException("Fetch is the browser's: " + url);
  }

  /**
   * Fetches a resource.
   *
   * @param request what is fetched, and how
   * @return a promise of the response, as {@link #fetch(String, RequestInit)} returns it
   */
  @JSBody(params = "request", script = "return fetch(request);")
  public static Promise<Response> fetch(Request request) {
    throw new UnsupportedOperationException("Fetch is the browser's");
  }
}
