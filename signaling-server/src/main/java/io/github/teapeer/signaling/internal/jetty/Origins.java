package io.github.teapeer.signaling.internal.jetty;

import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** Tells where the page came from that a request is for. */
final class Origins {
  private Origins() {}

  /**
   * The origin of the page, as its browser says. Browsers leave it out of a {@code GET} to the
   * page's own server, but say that it is one.
   *
   * @return empty if the request does not tell
   */
  static Optional<String> of(Request request) {
    HttpFields headers = request.getHeaders();
    String origin = headers.get(HttpHeader.ORIGIN);
    if (origin != null) {
      return Optional.of(origin);
    }
    HttpField site = headers.getField("Sec-Fetch-Site");
    if (site != null && site.getValue().equals("same-origin")) {
      HttpURI uri = request.getHttpURI();
      return Optional.of(HttpURI.build(uri).path("").query(null).param(null).fragment(null))
          .map(HttpURI::asString);
    }
    return Optional.empty();
  }
}
