package io.github.teapeer.signaling.internal.jetty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.teapeer.signaling.CorsPolicy;
import io.github.teapeer.signaling.internal.realm.Realm;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses that answer over plain HTTP, with the bodies, types and CORS headers of PeerServer
 * 1.0.
 */
final class HttpApi {
  private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
  private static final String INFO =
      "{\"name\":\"PeerJS Server\",\"description\":\"A server side element to broker connections between PeerJS"
          + " clients.\",\"website\":\"https://peerjs.com/\"}";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final String METHODS = "GET,HEAD,PUT,PATCH,POST,DELETE";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Realm realm;
  private final CorsPolicy cors;
  private final boolean allowDiscovery;

  HttpApi(Realm realm, CorsPolicy cors, boolean allowDiscovery) {
    this.realm = realm;
    this.cors = cors;
    this.allowDiscovery = allowDiscovery;
  }

  /** Answers, or returns false if there is nothing at that address for that method. */
  boolean handle(Route route, Request request, Response response, Callback callback)
      throws JsonProcessingException {
    if (HttpMethod.OPTIONS.is(request.getMethod())) {
      preflight(request, response, callback);
      return true;
    }
    if (route == Route.STREAM && HttpMethod.POST.is(request.getMethod())) {
      answer(request, response, callback, HttpStatus.NOT_FOUND_404, PLAIN, "Not Found");
      return true;
    }
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      return false;
    }
    switch (route) {
      case INFO -> answer(request, response, callback, HttpStatus.OK_200, JSON, INFO);
      case ID -> giveId(request, response, callback);
      case PEERS -> {
        if (allowDiscovery) {
          String ids = MAPPER.writeValueAsString(realm.ids());
          answer(request, response, callback, HttpStatus.OK_200, JSON, ids);
        } else {
          answer(request, response, callback, HttpStatus.UNAUTHORIZED_401, PLAIN, "Unauthorized");
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void giveId(Request request, Response response, Callback callback) {
    String id;
    try {
      id = realm.newId();
    } catch (RuntimeException e) {
      LOG.error("The id generator of the options failed", e);
      answer(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, PLAIN, "No id");
      return;
    }
    answer(request, response, callback, HttpStatus.OK_200, HTML, id);
  }

  private void answer(
      Request request, Response response, Callback callback, int status, String type, String body) {
    response.setStatus(status);
    allowOrigin(request, response);
    response.getHeaders().add(HttpHeader.VARY, "Origin");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, body, callback);
  }

  /**
   * Answers the question a browser asks before a request that is out of the ordinary (Fetch
   * Standard, 3.2.2).
   */
  private void preflight(Request request, Response response, Callback callback) {
    response.setStatus(HttpStatus.NO_CONTENT_204);
    allowOrigin(request, response);
    response.getHeaders().add(HttpHeader.VARY, "Origin, Access-Control-Request-Headers");
    response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    String headers = request.getHeaders().get(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS);
    if (headers != null) {
      response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, headers);
    }
    callback.succeeded();
  }

  private void allowOrigin(Request request, Response response) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin != null && cors.allows(origin)) {
      response.getHeaders().put(new HttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin));
    }
  }
}
