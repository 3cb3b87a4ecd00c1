package io.github.teapeer.client.simulation;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A URL, taken apart.
 *
 * @param authority host and port
 * @param path the path, decoded
 * @param query the query's parameters, decoded
 */
record SimulatedUrl(String authority, String path, Map<String, String> query) {
  /**
   * Takes a URL apart.
   *
   * @throws DomException SyntaxError, if it is none, or of another scheme
   */
  static SimulatedUrl parse(String url, String plainScheme, String secureScheme) {
    try {
      URI uri = new URI(url);
      boolean secure = secureScheme.equals(uri.getScheme());
      if (!(secure || plainScheme.equals(uri.getScheme())) || uri.getHost() == null) {
        throw new DomException("SyntaxError", "The URL '" + url + "' is invalid");
      }
      int standardPort = secure ? 443 : 80;
      int port = uri.getPort() < 0 ? standardPort : uri.getPort();
      return new SimulatedUrl(uri.getHost() + ":" + port, uri.getPath(), query(uri));
    } catch (URISyntaxException malformed) {
      throw new DomException("SyntaxError", "The URL '" + url + "' is invalid");
    }
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    if (uri.getRawQuery() != null) {
      for (String parameter : uri.getRawQuery().split("&", -1)) {
        int equals = parameter.indexOf('=');
        String key = equals < 0 ? parameter : parameter.substring(0, equals);
        query.put(decode(key), equals < 0 ? "" : decode(parameter.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
