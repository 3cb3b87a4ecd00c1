package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jar carries for web servers. */
final class WebjarTest {
  @Test
  void theLocatorFileTellsTheVersion() {
    assertThat(Webjar.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"peer.js", "peer.min.js", "peer.mjs", "peer.min.mjs"})
  void theIntegrityHashIsThatOfTheFile(String name) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-384").digest(Files.readAllBytes(Webjar.file(name)));
    assertThat(Webjar.text("integrity.json"))
        .contains(
            "\"%s\": \"sha384-%s\"".formatted(name, Base64.getEncoder().encodeToString(digest)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"peer.js", "peer.min.js", "peer.mjs", "peer.min.mjs"})
  void theFileTellsItsVersion(String name) {
    assertThat(Webjar.text(name)).startsWith("/*! teapeer " + Webjar.version() + " ");
  }
}
