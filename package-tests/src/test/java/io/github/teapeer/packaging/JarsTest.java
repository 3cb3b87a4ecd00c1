package io.github.teapeer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars for Java programs. */
final class JarsTest {
  private static final Set<String> PUBLISHED =
      Set.of("binarypack", "jso-bindings", "client", "signaling-server");

  @ParameterizedTest
  @CsvSource({
    "binarypack, io.github.teapeer.binarypack",
    "jso-bindings, io.github.teapeer.jso",
    "client, io.github.teapeer.client",
    "signaling-server, io.github.teapeer.signaling"
  })
  void theJarHasTheNameOfItsPackagesAsAModule(String module, String name) throws IOException {
    ModuleReference reference =
        ModuleFinder.of(Published.jar(module, "")).findAll().iterator().next();
    assertThat(reference.descriptor().name()).isEqualTo(name);
    assertThat(reference.descriptor().packages())
        .isNotEmpty()
        .allMatch(each -> each.equals(name) || each.startsWith(name + "."));
    // Not derived from the file's name, which whoever installs the jar may change.
    try (JarFile jar = new JarFile(Published.jar(module, "").toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo(name);
    }
  }

  @Test
  void theModulesShareNoPackage() {
    ModuleFinder finder =
        ModuleFinder.of(
            PUBLISHED.stream().map(module -> Published.jar(module, "")).toArray(Path[]::new));
    Set<String> names =
        finder.findAll().stream()
            .map(reference -> reference.descriptor().name())
            .collect(Collectors.toSet());
    Configuration configuration =
        ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), names);
    assertThat(configuration.modules())
        .extracting(ResolvedModule::name)
        .containsExactlyInAnyOrderElementsOf(names)
        .hasSize(PUBLISHED.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"binarypack", "jso-bindings", "client", "signaling-server"})
  void theSourcesOfEveryClassArePublished(String module) throws IOException {
    Set<String> sources = names(Published.jar(module, "sources"));
    List<String> classes =
        names(Published.jar(module, "")).stream()
            .filter(name -> name.endsWith(".class") && !name.contains("$"))
            .map(name -> name.replace(".class", ".java"))
            .toList();
    assertThat(classes).isNotEmpty();
    assertThat(sources).containsAll(classes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"binarypack", "jso-bindings", "client", "signaling-server"})
  void theDocumentationTellsOfEveryPackage(String module) throws IOException {
    Set<String> packages =
        names(Published.jar(module, "")).stream()
            .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
            .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
            .collect(Collectors.toCollection(TreeSet::new));
    try (JarFile documentation = new JarFile(Published.jar(module, "javadoc").toFile());
        InputStream list = documentation.getInputStream(documentation.getEntry("element-list"))) {
      assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsAll(packages);
      assertThat(documentation.getEntry("index.html")).isNotNull();
    }
  }

  private static Set<String> names(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream().map(JarEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
