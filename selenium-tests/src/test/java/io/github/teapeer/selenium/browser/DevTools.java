package io.github.teapeer.selenium.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.SessionId;

/**
 * Chromium's DevTools protocol, through chromedriver: what a page cannot tell of itself.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
public final class DevTools {
  private static final Json JSON = new Json();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI endpoint;

  /** Speaks to a browser whose chromedriver listens at an address. */
  DevTools(URI driver, SessionId session) {
    endpoint = driver.resolve("/session/" + session + "/goog/cdp/execute");
  }

  /**
   * Carries out a command.
   *
   * @param command domain and method, as {@code Runtime.evaluate}
   * @param parameters its parameters
   * @return its result
   * @throws AssertionError if it fails
   */
  @SuppressWarnings("unchecked") // JSON objects have string keys
  public Map<String, Object> execute(String command, Map<String, ?> parameters) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(BrowserSession.COMMAND_TIMEOUT)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.toJson(Map.of("cmd", command, "params", parameters))))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(command + " failed: " + answer.body());
      }
      Map<String, Object> body = JSON.toType(answer.body(), Json.MAP_TYPE);
      return (Map<String, Object>) body.get("value");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
