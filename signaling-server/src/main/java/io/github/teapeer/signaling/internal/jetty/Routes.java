package io.github.teapeer.signaling.internal.jetty;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Knows the server's addresses. As on PeerServer the HTTP ones do not care about case or a slash at
 * the end, nor which key they name; that of the socket is exact.
 */
final class Routes {
  private static final Set<String> STREAM_VERBS =
      Set.of("id", "offer", "answer", "candidate", "leave");

  private final String base;

  /**
   * @param base where the addresses begin, with a slash at both ends
   */
  Routes(String base) {
    this.base = base;
  }

  Route of(String path) {
    if (path.equals(base + "peerjs")) {
      return Route.SOCKET;
    }
    String withSlash = path.endsWith("/") ? path : path + "/";
    if (!withSlash.regionMatches(true, 0, base, 0, base.length())) {
      return Route.ELSEWHERE;
    }
    List<String> segments = List.of(withSlash.substring(base.length()).split("/", -1));
    if (segments.size() == 1) {
      return Route.INFO;
    }
    if (segments.size() == 3 && !segments.get(0).isEmpty()) {
      return switch (segments.get(1).toLowerCase(Locale.ROOT)) {
        case "id" -> Route.ID;
        case "peers" -> Route.PEERS;
        default -> Route.OTHER;
      };
    }
    return segments.size() == 5 && STREAM_VERBS.contains(segments.get(3))
        ? Route.STREAM
        : Route.OTHER;
  }
}
