package io.github.teapeer.signaling.internal.jetty;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Knows the server's addresses. As on PeerServer those for {@code GET} do not care about case or a
 * slash at the end; that of the socket, and those with a client's token, are exact.
 */
final class Routes {
  private static final String STREAM_VERB = "id";

  /** The types of message that may be posted, and {@code close}, which says goodbye. */
  private static final Set<String> POST_VERBS =
      Set.of("offer", "answer", "candidate", "leave", "expire", "heartbeat", "pong", Posts.GOODBYE);

  private final String base;
  private final Predicate<String> registered;

  /**
   * @param base where the addresses begin, with a slash at both ends
   * @param registered whether a key is registered; its list and count are at SkyWay's addresses
   *     too, which begin with {@code /active} wherever the others do
   */
  Routes(String base, Predicate<String> registered) {
    this.base = base;
    this.registered = registered;
  }

  Address of(String path) {
    if (path.equals(base + "peerjs")) {
      return Address.of(Route.SOCKET);
    }
    String withSlash = path.endsWith("/") ? path : path + "/";
    if (!withSlash.regionMatches(true, 0, base, 0, base.length())) {
      Address active = active(segments(withSlash, 1));
      return registered.test(active.key()) ? active : Address.of(Route.ELSEWHERE);
    }
    List<String> segments = segments(withSlash, base.length());
    return switch (segments.size()) {
      case 0 -> Address.of(Route.INFO);
      case 2 -> open(segments);
      case 3 -> active(segments);
      case 4 -> own(segments);
      default -> Address.of(Route.OTHER);
    };
  }

  /** What is between the slashes from there on. */
  private static List<String> segments(String pathWithSlash, int from) {
    return pathWithSlash.length() <= from
        ? List.of()
        : List.of(pathWithSlash.substring(from, pathWithSlash.length() - 1).split("/", -1));
  }

  private static Address open(List<String> segments) {
    String key = PercentCoding.decodePath(segments.get(0));
    if (key.isEmpty()) {
      return Address.of(Route.OTHER);
    }
    return switch (segments.get(1).toLowerCase(Locale.ROOT)) {
      case "id" -> Address.of(Route.ID, key);
      case "peers" -> Address.of(Route.PEERS, key);
      default -> Address.of(Route.OTHER);
    };
  }

  private static Address active(List<String> segments) {
    if (segments.size() != 3 || !segments.get(0).equalsIgnoreCase("active")) {
      return Address.of(Route.OTHER);
    }
    String key = PercentCoding.decodePath(segments.get(2));
    return switch (segments.get(1).toLowerCase(Locale.ROOT)) {
      case "list" -> Address.of(Route.ACTIVE_LIST, key);
      case "count" -> Address.of(Route.ACTIVE_COUNT, key);
      default -> Address.of(Route.OTHER);
    };
  }

  private static Address own(List<String> segments) {
    String verb = segments.get(3);
    Route route =
        verb.equals(STREAM_VERB)
            ? Route.STREAM
            : POST_VERBS.contains(verb) ? Route.POST : Route.OTHER;
    return route == Route.OTHER
        ? Address.of(route)
        : new Address(
            route,
            PercentCoding.decodePath(segments.get(0)),
            PercentCoding.decodePath(segments.get(1)),
            PercentCoding.decodePath(segments.get(2)),
            verb);
  }
}
