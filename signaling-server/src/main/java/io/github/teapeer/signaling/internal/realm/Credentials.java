package io.github.teapeer.signaling.internal.realm;

import java.util.Optional;

/**
 * What a client says when it connects. Missing parameters are empty.
 *
 * @param key the server's key
 * @param id the id it wants to be reached by
 * @param token the secret that lets it come back under the same id
 */
public record Credentials(String key, String id, String token) {
  boolean isComplete() {
    return !key.isEmpty() && !id.isEmpty() && !token.isEmpty();
  }

  /** What is wrong with the id or the token, if anything. */
  public Optional<String> objection(int maxLength) {
    if (id.length() > maxLength || token.length() > maxLength) {
      return Optional.of("An id or a token may have at most " + maxLength + " characters");
    }
    if (id.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("An id must not contain control characters");
    }
    return Optional.empty();
  }

  /** Leaves the token out: it is a secret, and this text ends up in logs. */
  @Override
  public String toString() {
    return "Credentials[key=" + key + ", id=" + id + "]";
  }
}
