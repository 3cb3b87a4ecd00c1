package io.github.teapeer.selenium.marionette;

import java.util.Map;

/**
 * The HTTP status of each WebDriver error, which Marionette leaves to whoever translates it.
 *
 * @see <a href="https://www.w3.org/TR/webdriver2/#errors">WebDriver, errors</a>
 */
final class WebDriverError {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int INTERNAL_SERVER_ERROR = 500;

  private static final Map<String, Integer> STATUS =
      Map.ofEntries(
          Map.entry("element click intercepted", BAD_REQUEST),
          Map.entry("element not interactable", BAD_REQUEST),
          Map.entry("insecure certificate", BAD_REQUEST),
          Map.entry("invalid argument", BAD_REQUEST),
          Map.entry("invalid cookie domain", BAD_REQUEST),
          Map.entry("invalid element state", BAD_REQUEST),
          Map.entry("invalid selector", BAD_REQUEST),
          Map.entry("detached shadow root", NOT_FOUND),
          Map.entry("invalid session id", NOT_FOUND),
          Map.entry("no such alert", NOT_FOUND),
          Map.entry("no such cookie", NOT_FOUND),
          Map.entry("no such element", NOT_FOUND),
          Map.entry("no such frame", NOT_FOUND),
          Map.entry("no such shadow root", NOT_FOUND),
          Map.entry("no such window", NOT_FOUND),
          Map.entry("stale element reference", NOT_FOUND),
          Map.entry("unknown command", NOT_FOUND));

  private WebDriverError() {}

  /** The status of an error object, {@code {"error": code, …}}. */
  static int status(Map<?, ?> error) {
    return STATUS.getOrDefault(String.valueOf(error.get("error")), INTERNAL_SERVER_ERROR);
  }
}
