package io.github.teapeer.signaling;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which pages may read the server's HTTP answers, the ids above all. Sockets are open to every
 * page, as on PeerServer: they carry no cookie that a page could misuse.
 *
 * @param any whether pages of every origin may
 * @param origins the origins that may otherwise, such as {@code https://example.org}
 */
public record CorsPolicy(boolean any, Set<String> origins) {
  /** Keeps a copy of the origins. */
  public CorsPolicy {
    origins = Set.copyOf(origins);
  }

  /** Every page may: the default. */
  public static CorsPolicy anyOrigin() {
    return new CorsPolicy(true, Set.of());
  }

  /**
   * Only pages of these origins may; {@code *} among them stands for every page.
   *
   * @param origins scheme, host and port as the browser writes them: no path, no slash at the end
   * @throws IllegalArgumentException if one of them is no origin
   */
  public static CorsPolicy origins(Collection<String> origins) {
    for (String origin : origins) {
      if (!origin.equals("*") && !origin.matches("[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s]+")) {
        throw new IllegalArgumentException(
            "not an origin: \""
                + origin
                + "\" (write it like https://example.org, without a path)");
      }
    }
    return new CorsPolicy(origins.contains("*"), Set.copyOf(List.copyOf(origins)));
  }

  /** Only pages of these origins may. See {@link #origins(Collection)}. */
  public static CorsPolicy origins(String... origins) {
    return origins(List.of(origins));
  }

  /** Whether a page of that origin may read the answers. */
  public boolean allows(String origin) {
    return any || origins.contains(origin);
  }
}
