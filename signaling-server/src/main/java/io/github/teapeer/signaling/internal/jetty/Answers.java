package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.CorsPolicy;
import io.github.teapeer.signaling.internal.realm.Realms;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes short HTTP answers that pages of other origins may read (Fetch Standard, 3.2). */
final class Answers {
  static final String JSON = "application/json; charset=utf-8";
  static final String HTML = "text/html; charset=utf-8";
  static final String PLAIN = "text/plain; charset=utf-8";
  private static final String METHODS = "GET,HEAD,PUT,PATCH,POST,DELETE";

  /** Browsers keep the answer to a preflight no longer than two hours. */
  private static final String PREFLIGHT_SECONDS = "7200";

  private final CorsPolicy cors;
  private final Realms realms;

  Answers(CorsPolicy cors, Realms realms) {
    this.cors = cors;
    this.realms = realms;
  }

  /**
   * One request and what is to become of it.
   *
   * @param address what it is about
   * @param request as it came
   * @param response not begun yet
   * @param callback to be completed with the response
   */
  record Exchange(Address address, Request request, Response response, Callback callback) {
    QueryParameters query() {
      return QueryParameters.parse(request.getHttpURI().getQuery());
    }
  }

  /** Answers with a body. */
  void send(Exchange exchange, int status, String type, String body) {
    Response response = exchange.response();
    response.setStatus(status);
    allowOrigin(exchange);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, body, exchange.callback());
  }

  /** Answers with a status and its name. */
  void send(Exchange exchange, int status) {
    send(exchange, status, PLAIN, HttpStatus.getMessage(status));
  }

  /** Answers a page that may not use the key it gave. */
  void forbid(Exchange exchange) {
    send(exchange, HttpStatus.FORBIDDEN_403, PLAIN, "The key is not registered for this origin");
  }

  /** Answers the question a browser asks before a request that is out of the ordinary. */
  void preflight(Exchange exchange) {
    Response response = exchange.response();
    response.setStatus(HttpStatus.NO_CONTENT_204);
    mayRead(exchange);
    response.getHeaders().add(HttpHeader.VARY, "Origin, Access-Control-Request-Headers");
    response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    response.getHeaders().put(HttpHeader.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
    String headers = exchange.request().getHeaders().get(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS);
    if (headers != null) {
      response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, headers);
    }
    exchange.callback().succeeded();
  }

  /** Says in the response's headers which page may read it. */
  void allowOrigin(Exchange exchange) {
    mayRead(exchange);
    exchange.response().getHeaders().add(HttpHeader.VARY, "Origin");
  }

  /**
   * Whoever asks with a registered key may read the answer: it has nothing for those who may not
   * use the key, but they must be able to tell that from a server that is down.
   */
  private void mayRead(Exchange exchange) {
    String origin = exchange.request().getHeaders().get(HttpHeader.ORIGIN);
    if (origin != null && (cors.allows(origin) || realms.isRegistered(exchange.address().key()))) {
      exchange
          .response()
          .getHeaders()
          .put(new HttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin));
    }
  }
}
