package io.github.teapeer.signaling.internal.jetty;

import java.util.HashMap;
import java.util.Map;

/**
 * The parameters of an address, read as the URL Standard says (application/x-www-form-urlencoded
 * parsing): nothing is an error, a percent sign without two digits stands for itself, bytes that
 * are not UTF-8 become U+FFFD. Of a parameter that occurs twice the last one counts.
 */
final class QueryParameters {
  private final Map<String, String> values = new HashMap<>();

  private QueryParameters() {}

  /**
   * @param query what follows the question mark, or null if nothing does
   */
  static QueryParameters parse(String query) {
    QueryParameters parameters = new QueryParameters();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.values.put(PercentCoding.decodeQuery(name), PercentCoding.decodeQuery(value));
      }
    }
    return parameters;
  }

  /** Whether there is such a parameter, be it empty. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value, or empty if there is none. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }
}
