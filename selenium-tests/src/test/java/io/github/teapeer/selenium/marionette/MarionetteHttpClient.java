package io.github.teapeer.selenium.marionette;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.http.Contents;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpMethod;
import org.openqa.selenium.remote.http.HttpRequest;
import org.openqa.selenium.remote.http.HttpResponse;
import org.openqa.selenium.remote.http.WebSocket;

/** Carries out WebDriver's HTTP requests as Marionette commands. */
final class MarionetteHttpClient implements HttpClient {
  private static final Json JSON = new Json();
  private static final Pattern SESSION = Pattern.compile("/session(?:/[^/]+(?:/(.*))?)?$");
  private static final int OK = 200;

  private final MarionetteConnection connection;

  MarionetteHttpClient(MarionetteConnection connection) {
    this.connection = connection;
  }

  /**
   * @throws UncheckedIOException when Firefox does not answer in time or is gone
   */
  @Override
  public HttpResponse execute(HttpRequest request) {
    Map<String, Object> parameters = parameters(request);
    Optional<String> command = command(request, parameters);
    if (command.isEmpty()) {
      String endpoint = request.getMethod() + " " + request.getUri();
      return failure(Map.of("error", "unknown command", "message", endpoint, "stacktrace", ""));
    }
    try {
      MarionetteConnection.Answer answer = connection.send(command.get(), parameters);
      return answer.error() == null
          ? response(OK, unwrapped(answer.result()))
          : failure(answer.error());
    } catch (IOException e) {
      throw new UncheckedIOException("Firefox did not answer " + command.get(), e);
    }
  }

  /** Always fails: Marionette has no WebSocket. */
  @Override
  public WebSocket openSocket(HttpRequest request, WebSocket.Listener listener) {
    throw new UnsupportedOperationException("Marionette has no WebSocket");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds the command, and completes its parameters with what is not in the request's body. */
  private static Optional<String> command(HttpRequest request, Map<String, Object> parameters) {
    Matcher session = SESSION.matcher(request.getUri());
    if (!session.find()) {
      return Optional.empty();
    }
    if (request.getUri().endsWith("/session")) {
      Map<String, Object> requested = requestedCapabilities(parameters);
      parameters.clear();
      parameters.putAll(requested);
      return Optional.of("WebDriver:NewSession");
    }
    if (session.group(1) == null) {
      if (request.getMethod() != HttpMethod.DELETE) {
        return Optional.empty();
      }
      parameters.put("flags", List.of("eForceQuit"));
      return Optional.of("Marionette:Quit");
    }
    Optional<Route.Match> match = Route.find(request.getMethod(), session.group(1));
    match.ifPresent(found -> parameters.putAll(found.parameters()));
    if (match.isPresent() && match.get().command().equals("WebDriver:TakeScreenshot")) {
      parameters.put("full", false);
    }
    return match.map(Route.Match::command);
  }

  private static Map<String, Object> parameters(HttpRequest request) {
    String body = request.contentAsString();
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (!body.isBlank()) {
      parameters.putAll(JSON.<Map<String, Object>>toType(body, Json.MAP_TYPE));
    }
    return parameters;
  }

  /** Marionette takes the merged capabilities; there is only this browser to choose. */
  private static Map<String, Object> requestedCapabilities(Map<String, Object> parameters) {
    Map<String, Object> merged = new LinkedHashMap<>();
    if (parameters.get("capabilities") instanceof Map<?, ?> capabilities) {
      copyInto(merged, capabilities.get("alwaysMatch"));
      if (capabilities.get("firstMatch") instanceof List<?> choices && !choices.isEmpty()) {
        copyInto(merged, choices.get(0));
      }
    }
    merged.remove("browserName");
    return merged;
  }

  private static void copyInto(Map<String, Object> target, Object source) {
    if (source instanceof Map<?, ?> map) {
      map.forEach((key, value) -> target.put((String) key, value));
    }
  }

  /** Commands with a single result wrap it as {@code {"value": …}}, as WebDriver's responses do. */
  private static Object unwrapped(Object result) {
    boolean wrapped =
        result instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("value");
    return wrapped ? ((Map<?, ?>) result).get("value") : result;
  }

  private static HttpResponse failure(Map<?, ?> error) {
    return response(WebDriverError.status(error), error);
  }

  private static HttpResponse response(int status, Object value) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("value", value);
    return new HttpResponse()
        .setStatus(status)
        .setHeader("Content-Type", "application/json; charset=utf-8")
        .setContent(Contents.utf8String(JSON.toJson(body)));
  }
}
