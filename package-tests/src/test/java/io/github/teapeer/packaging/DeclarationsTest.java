package io.github.teapeer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The TypeScript declarations tell what there is, no less and no more. */
final class DeclarationsTest {
  private static JsonNode declared;
  private static JsonNode there;

  @BeforeAll
  static void look() throws Exception {
    declared =
        new ObjectMapper()
            .readTree(
                Command.run(
                    Path.of("").toAbsolutePath(),
                    "node",
                    "src/test/node/declared.mjs",
                    "typescript",
                    Published.npm().resolve("peer.d.mts").toString()));
    try (PageHost host =
            new PageHost()
                .serve("/", Path.of("src/test/pages").toAbsolutePath())
                .serve("/teapeer/", Published.npm());
        Browser page = new Browser(host.url("/members.html"))) {
      assertThat(page).isNotNull();
      there = host.report();
    }
    assertThat(there.has("failed")).as(there.toString()).isFalse();
  }

  private static Set<String> names(JsonNode all, String type) {
    TreeSet<String> names = new TreeSet<>();
    all.get(type).forEach(name -> names.add(type + "." + name.asText()));
    return names;
  }

  private static Set<String> types() {
    TreeSet<String> types = new TreeSet<>();
    there.fieldNames().forEachRemaining(types::add);
    types.remove("options");
    return types;
  }

  @Test
  void everythingThatIsThereIsDeclared() {
    assertThat(types()).contains("exports", "Peer", "DataConnection", "Util", "PeerErrorType");
    for (String type : types()) {
      assertThat(names(declared, type)).as(type).containsAll(names(there, type));
    }
  }

  @Test
  void everythingThatIsDeclaredIsThere() {
    TreeSet<String> missing = new TreeSet<>();
    for (String type : types()) {
      missing.addAll(names(declared, type));
      missing.removeAll(names(there, type));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyOptionThatHasADefaultIsDeclared() {
    assertThat(names(there, "options")).contains("options.host", "options.pingInterval");
    assertThat(names(declared, "options")).containsAll(names(there, "options"));
  }
}
