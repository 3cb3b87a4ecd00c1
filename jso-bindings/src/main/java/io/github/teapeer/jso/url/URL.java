package io.github.teapeer.jso.url;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A parsed URL.
 *
 * @see <a href="https://url.spec.whatwg.org/#url-class">URL, URL</a>
 */
public interface URL extends JSObject {
  /**
   * Parses an absolute URL; browsers only. Throws a JavaScript TypeError where it is none.
   *
   * @param url the URL
   * @return the URL
   */
  @JSBody(params = "url", script = "return new URL(url);")
  static URL create(String url) {
    throw new UnsupportedOperationException("A URL is made by the browser");
  }

  /**
   * Parses a URL; browsers only. Throws a JavaScript TypeError where it is none.
   *
   * @param url the URL, possibly relative
   * @param base what it is relative to
   * @return the URL
   */
  @JSBody(
      params = {"url", "base"},
      script = "return new URL(url, base);")
  static URL create(String url, String base) {
    throw new UnsupportedOperationException("A URL is made by the browser");
  }

  /**
   * Makes a URL for a Blob or a MediaSource; browsers only.
   *
   * @param object the object
   * @return a blob URL, which holds on to the object until it is revoked
   */
  @JSBody(params = "object", script = "return URL.createObjectURL(object);")
  static String createObjectURL(JSObject object) {
    throw new UnsupportedOperationException("A blob URL is made by the browser");
  }

  /**
   * Lets go of an object; browsers only.
   *
   * @param url what {@link #createObjectURL} returned
   */
  @JSBody(params = "url", script = "URL.revokeObjectURL(url);")
  static void revokeObjectURL(String url) {
    throw new UnsupportedOperationException("A blob URL is revoked by the browser");
  }

  /** {@return the whole URL} */
  @JSProperty
  String getHref();

  /**
   * Replaces the whole URL. Throws a JavaScript TypeError where it is none.
   *
   * @param value the new value
   */
  @JSProperty
  void setHref(String value);

  /** {@return the scheme with its colon} */
  @JSProperty
  String getProtocol();

  /**
   * Replaces the scheme with its colon.
   *
   * @param value the new value
   */
  @JSProperty
  void setProtocol(String value);

  /** {@return the user name, or empty} */
  @JSProperty
  String getUsername();

  /**
   * Replaces the user name.
   *
   * @param value the new value
   */
  @JSProperty
  void setUsername(String value);

  /** {@return the password, or empty} */
  @JSProperty
  String getPassword();

  /**
   * Replaces the password.
   *
   * @param value the new value
   */
  @JSProperty
  void setPassword(String value);

  /** {@return the host, and the port unless it is the default of the scheme} */
  @JSProperty
  String getHost();

  /**
   * Replaces the host.
   *
   * @param value the new value
   */
  @JSProperty
  void setHost(String value);

  /** {@return the host} */
  @JSProperty
  String getHostname();

  /**
   * Replaces the host.
   *
   * @param value the new value
   */
  @JSProperty
  void setHostname(String value);

  /** {@return the port; empty where it is the default of the scheme} */
  @JSProperty
  String getPort();

  /**
   * Replaces the port.
   *
   * @param value the new value
   */
  @JSProperty
  void setPort(String value);

  /** {@return the path, beginning with a slash} */
  @JSProperty
  String getPathname();

  /**
   * Replaces the path.
   *
   * @param value the new value
   */
  @JSProperty
  void setPathname(String value);

  /** {@return the query with its question mark, or empty} */
  @JSProperty
  String getSearch();

  /**
   * Replaces the query with its question mark.
   *
   * @param value the new value
   */
  @JSProperty
  void setSearch(String value);

  /** {@return the fragment with its number sign, or empty} */
  @JSProperty
  String getHash();

  /**
   * Replaces the fragment with its number sign.
   *
   * @param value the new value
   */
  @JSProperty
  void setHash(String value);

  /** {@return scheme, host and port} */
  @JSProperty
  String getOrigin();

  /** {@return the parameters in the query; changing them changes the URL} */
  @JSProperty
  URLSearchParams getSearchParams();
}
