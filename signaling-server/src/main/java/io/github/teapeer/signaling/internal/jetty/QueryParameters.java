package io.github.teapeer.signaling.internal.jetty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
        parameters.values.put(decode(name), decode(value));
      }
    }
    return parameters;
  }

  /** The value, or empty if there is none. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  private static String decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        decoded.write((high << 4) | low);
        i += 2;
      } else {
        decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }
}
