package io.github.teapeer.signaling.internal.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealmIndependenceTest {
  @Test
  void theRealmKnowsNoNetwork() throws Exception {
    Path classes = Path.of(Realm.class.getResource("Realm.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(classes)) {
      List<Path> compiled = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(compiled).hasSizeGreaterThan(5);
      for (Path file : compiled) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as("%s", file.getFileName())
            .doesNotContain("org/eclipse/jetty", "java/net/", "java/nio/channels");
      }
    }
  }
}
