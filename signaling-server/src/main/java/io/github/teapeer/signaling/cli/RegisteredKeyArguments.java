package io.github.teapeer.signaling.cli;

import io.github.teapeer.signaling.SignalingServerOptions;
import io.github.teapeer.signaling.TurnCredentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The arguments about keys that only certain pages may use, and what those pages are given. */
final class RegisteredKeyArguments {
  @Option(
      names = "--registered_key",
      paramLabel = "<key>=<origin>[,<origin>...]",
      description =
          "Add a key for pages of these origins alone, such as https://example.org, or example.org"
              + " for any scheme and port. Their pages may list and count who is there. Can be"
              + " repeated.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--turn_secret",
      paramLabel = "<secret>",
      defaultValue = "${env:TURN_SECRET:-}",
      description =
          "Give pages with a registered key TURN credentials made with this secret: coturn's"
              + " static-auth-secret. Default: the environment's TURN_SECRET, or none.")
  private String turnSecret;

  @Option(
      names = "--turn_ttl",
      paramLabel = "<seconds>",
      defaultValue = "86400",
      description = "How long those are good for. Default: ${DEFAULT-VALUE}.")
  private long turnTtl;

  @Option(
      names = "--turn_url",
      arity = "1..*",
      paramLabel = "<url>",
      description = "Where the TURN servers are, such as turn:turn.example.org:3478.")
  private List<String> turnUrls = new ArrayList<>();

  @Option(
      names = "--turn_credential",
      paramLabel = "<password>",
      defaultValue = "${env:TURN_CREDENTIAL:-}",
      description =
          "Give all of them the same password instead. Default: the environment's TURN_CREDENTIAL,"
              + " or none.")
  private String turnCredential;

  /**
   * Adds what was given.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  void addTo(SignalingServerOptions.Builder options) {
    for (String key : keys) {
      int equals = key.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "--registered_key must be a key, an equals sign and origins, not \"" + key + "\"");
      }
      options.registerKey(key.substring(0, equals), key.substring(equals + 1).split(","));
    }
    if (!turnSecret.isEmpty() && !turnCredential.isEmpty()) {
      throw new IllegalArgumentException("Give either --turn_secret or --turn_credential");
    }
    if (!turnSecret.isEmpty()) {
      options.turnCredentials(
          TurnCredentials.timeLimited(
              turnSecret, Duration.ofSeconds(turnTtl), turnUrls.toArray(String[]::new)));
    } else if (!turnCredential.isEmpty()) {
      options.turnCredentials(TurnCredentials.fixed(turnCredential));
    }
  }
}
