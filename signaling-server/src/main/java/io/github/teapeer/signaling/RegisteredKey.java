package io.github.teapeer.signaling;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A key that only certain pages may use, such as SkyWay's API keys were. Its clients are apart from
 * those of other keys, and its pages may list and count them.
 *
 * <p>It keeps honest pages apart, and other people's pages out; a program that is no browser can
 * claim any origin.
 *
 * @param key the key; not empty
 * @param origins where those pages come from: origins as browsers write them ({@code
 *     https://example.org}), or host names ({@code example.org}), which stand for any scheme and
 *     port; {@code *} among them stands for everybody; not empty
 */
public record RegisteredKey(String key, Set<String> origins) {
  private static final Pattern ORIGIN = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s]+");
  private static final Pattern HOST = Pattern.compile("[^/\\s:@?#]+|\\[[0-9a-fA-F:.]+]");

  /**
   * Checks the origins.
   *
   * @throws IllegalArgumentException if the key is empty or has characters that cannot be in a
   *     path, or there is no origin, or one is neither an origin nor a host name
   */
  public RegisteredKey {
    if (key.isEmpty() || key.contains("/")) {
      throw new IllegalArgumentException("not a key: \"" + key + "\"");
    }
    if (origins.isEmpty()) {
      throw new IllegalArgumentException("the key " + key + " needs an origin");
    }
    Set<String> lowerCase = new LinkedHashSet<>();
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches() && !HOST.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "not an origin: \""
                + origin
                + "\" (write it like https://example.org, or example.org for any scheme and port)");
      }
      lowerCase.add(origin.toLowerCase(Locale.ROOT));
    }
    origins = Set.copyOf(lowerCase);
  }

  /**
   * A key and its origins.
   *
   * @throws IllegalArgumentException as the constructor does
   */
  public static RegisteredKey of(String key, Collection<String> origins) {
    return new RegisteredKey(key, new LinkedHashSet<>(origins));
  }

  /**
   * Whether a page may use the key.
   *
   * @param origin where it came from; empty if that is not known
   */
  public boolean allows(Optional<String> origin) {
    return origins.contains("*") || origin.filter(this::allows).isPresent();
  }

  private boolean allows(String origin) {
    String lowerCase = origin.toLowerCase(Locale.ROOT);
    return origins.contains(lowerCase) || origins.contains(host(lowerCase));
  }

  /** The host in an origin; the origin itself if there is none. */
  private static String host(String origin) {
    if (!ORIGIN.matcher(origin).matches()) {
      return origin.equals("null") ? origin : "";
    }
    try {
      String host = URI.create(origin).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return ""; // not from a browser
    }
  }
}
