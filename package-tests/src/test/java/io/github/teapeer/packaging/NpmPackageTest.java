package io.github.teapeer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code npm pack} makes of the folder that the build assembles. */
@ExtendWith(Consumer.Extension.class)
final class NpmPackageTest {
  private final Consumer consumer;
  private final JsonNode manifest;

  NpmPackageTest(Consumer consumer) throws IOException {
    this.consumer = consumer;
    manifest =
        new ObjectMapper().readTree(Files.readString(consumer.installed().resolve("package.json")));
  }

  private List<String> files() {
    return StreamSupport.stream(consumer.tarball().get("files").spliterator(), false)
        .map(file -> file.get("path").asText())
        .toList();
  }

  @Test
  void theTarballHoldsTheFilesOfTheLibraryAndNothingElse() {
    assertThat(files())
        .contains("LICENSE", "README.md", "package.json", "peer.js", "peer.min.js", "peer.mjs")
        .contains("peer.cjs", "peer.d.ts", "peer.d.mts", "peer.d.cts", "integrity.json")
        .allMatch(
            file ->
                file.matches(
                    "LICENSE|README\\.md|package\\.json|globals\\.d\\.ts|integrity\\.(json|html)"
                        + "|peer\\.(d\\.)?(min\\.)?([cm]?js|[cm]?ts)(\\.map)?"
                        + "|serializer\\.[\\w.]+\\.m[jt]s(\\.map)?"));
  }

  @Test
  void thePackageTellsItsNameVersionAndLicense() {
    assertThat(consumer.tarball().get("name").asText()).isEqualTo("teapeer");
    assertThat(consumer.tarball().get("version").asText()).isEqualTo(Published.version());
    assertThat(manifest.get("license").asText()).isEqualTo("MIT");
    assertThat(Published.text(consumer.installed().resolve("LICENSE"))).startsWith("MIT License");
  }

  @Test
  void nothingRunsWhenThePackageIsInstalled() {
    assertThat(manifest.has("scripts")).isFalse();
    assertThat(manifest.has("bin")).isFalse();
  }

  @Test
  void everyFileThatThePackageNamesIsInIt() {
    List<String> named = new ArrayList<>();
    for (String field : List.of("main", "module", "types", "unpkg", "jsdelivr")) {
      named.add(manifest.get(field).asText());
    }
    leaves(manifest.get("exports"), named);
    leaves(manifest.get("sideEffects"), named);
    assertThat(named)
        .hasSizeGreaterThan(10)
        .allMatch(name -> name.startsWith("./") && files().contains(name.substring(2)));
  }

  @Test
  void everyScriptCanBeImportedByItsName() {
    List<String> exported = new ArrayList<>();
    leaves(manifest.get("exports"), exported);
    assertThat(exported)
        .containsAll(
            files().stream()
                .filter(file -> file.matches(".*\\.[cm]?js"))
                .map(file -> "./" + file)
                .toList());
  }

  @Test
  void conditionsStandInTheOrderInWhichTheyAreTried() {
    List<String> conditions = new ArrayList<>();
    manifest.get("exports").get(".").fieldNames().forEachRemaining(conditions::add);
    assertThat(conditions).containsExactly("types", "import", "require", "default");
  }

  @Test
  void noPlaceholderIsLeft() {
    assertThat(Published.text(consumer.installed().resolve("package.json"))).doesNotContain("${");
    assertThat(Published.text(consumer.installed().resolve("README.md"))).doesNotContain("${");
  }

  @Test
  void everySourceMapBelongsToAScript() {
    TreeSet<String> scripts = new TreeSet<>();
    TreeSet<String> maps = new TreeSet<>();
    for (String file : files()) {
      if (file.endsWith(".map")) {
        maps.add(file.substring(0, file.length() - ".map".length()));
      } else if (file.matches("peer\\..*js")) {
        scripts.add(file);
      }
    }
    assertThat(maps).containsAll(scripts).allMatch(files()::contains);
  }

  private static void leaves(JsonNode node, List<String> result) {
    if (node.isTextual()) {
      result.add(node.asText());
    } else {
      node.forEach(child -> leaves(child, result));
    }
  }
}
