package io.github.teapeer.signaling;

import java.util.regex.Pattern;

/** The part of the addresses that an application chooses. */
final class ServerPath {
  /** Slashes between segments of what needs no escaping (RFC 3986, 3.3). */
  private static final Pattern NORMAL = Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]+/)*");

  private ServerPath() {}

  /** Puts one slash at both ends. */
  static String normalize(String path) {
    String inner = path.strip();
    String start = inner.startsWith("/") ? "" : "/";
    String end = inner.isEmpty() || inner.endsWith("/") ? "" : "/";
    String normal = start + inner + end;
    if (!NORMAL.matcher(normal).matches() || normal.contains("/./") || normal.contains("/../")) {
      throw new IllegalArgumentException(
          "not a path: \""
              + path
              + "\" (write it like /myapp, of letters, digits and -._~ between slashes)");
    }
    return normal;
  }
}
