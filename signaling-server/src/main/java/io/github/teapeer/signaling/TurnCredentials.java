package io.github.teapeer.signaling;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives the pages of registered keys what they need to use a TURN server, together with their id.
 * Called on the server's threads, several at a time; must not block.
 */
@FunctionalInterface
public interface TurnCredentials {
  /**
   * What a page is given.
   *
   * @param credential the password, or whatever else the page takes for it
   * @param username the name that goes with it; empty if the page knows that itself
   * @param ttl how long it is good for; empty for ever
   * @param urls where the TURN servers are, such as {@code turn:turn.example.org:3478}; empty if
   *     the page knows
   */
  record TurnCredential(
      String credential, Optional<String> username, Optional<Duration> ttl, List<String> urls) {
    /** Keeps a copy of the addresses. */
    public TurnCredential {
      Objects.requireNonNull(credential, "credential");
      Objects.requireNonNull(username, "username");
      Objects.requireNonNull(ttl, "ttl");
      urls = List.copyOf(urls);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
      return "TurnCredential[username=" + username + ", ttl=" + ttl + ", urls=" + urls + "]";
    }
  }

  /**
   * Makes credentials for one page.
   *
   * @param key the key it uses
   * @param id the id it is about to have
   */
  TurnCredential issue(String key, String id);

  /** The same for everybody, without a name: what SkyWay's pages were given. */
  static TurnCredentials fixed(String credential) {
    TurnCredential same =
        new TurnCredential(credential, Optional.empty(), Optional.empty(), List.of());
    return (key, id) -> same;
  }

  /**
   * Credentials that end: what coturn accepts with {@code use-auth-secret} and the same {@code
   * static-auth-secret}. The name is the time of the end in seconds since 1970, a colon and the id;
   * the password the HMAC-SHA1 of the name, in Base64 (draft-uberti-behave-turn-rest-00, 2.2).
   *
   * @param secret shared with the TURN server; not empty
   * @param ttl how long they are good for; positive
   * @param urls where the TURN servers are
   * @throws IllegalArgumentException if the secret is empty or the time not positive
   */
  static TurnCredentials timeLimited(String secret, Duration ttl, String... urls) {
    return timeLimited(secret, ttl, Clock.systemUTC(), List.of(urls));
  }

  /** The same by another clock. */
  static TurnCredentials timeLimited(String secret, Duration ttl, Clock clock, List<String> urls) {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("the TURN secret must not be empty");
    }
    if (ttl.isNegative() || ttl.isZero()) {
      throw new IllegalArgumentException("the TURN credentials' time must be positive, not " + ttl);
    }
    SecretKeySpec shared = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
    return (key, id) -> {
      String username = clock.instant().plus(ttl).getEpochSecond() + ":" + id;
      try {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(shared);
        byte[] code = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
        return new TurnCredential(
            Base64.getEncoder().encodeToString(code),
            Optional.of(username),
            Optional.of(ttl),
            urls);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This Java has no HMAC-SHA1", e);
      }
    };
  }
}
