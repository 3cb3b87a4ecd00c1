package io.github.teapeer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs in TypeScript that use the installed package. Lines that must not compile are marked in
 * them; a mark on a line that compiles is an error, too.
 */
@ExtendWith(Consumer.Extension.class)
final class TypingsTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```(?:js|ts)\\n(.*?)^```$");

  private final Consumer consumer;

  TypingsTest(Consumer consumer) {
    this.consumer = consumer;
  }

  /** Compiles programs strictly, and expects no complaint. */
  private static void compile(String compiler, Path folder, String settings) throws IOException {
    Files.writeString(
        folder.resolve("tsconfig.json"),
        """
        {
          "compilerOptions": {
            "strict": true, "noEmit": true, "noUncheckedIndexedAccess": true, "noImplicitOverride": true,
            "target": "es2022", "lib": ["es2022", "dom", "dom.iterable"], "types": [], "skipDefaultLibCheck": true, %s
          },
          "include": ["*"]
        }
        """
            .formatted(settings));
    Path tsc = Path.of("node_modules", compiler, "bin/tsc").toAbsolutePath();
    Command.Result result = Command.result(folder, "node", tsc.toString(), "--pretty", "false");
    assertThat(result.output() + result.errors()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  private Path programs(String name, String packageJson, String... sources) throws IOException {
    Path folder = consumer.folder(name, "package.json", packageJson);
    for (String source : sources) {
      try (Stream<Path> files = Files.list(Path.of("src/test/typescript", source))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(file.getFileName().toString()));
        }
      }
    }
    return folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"typescript", "typescript-oldest"})
  void modulesCompileForNode(String compiler) throws IOException {
    compile(
        compiler,
        programs("node-module-" + compiler, "{\"type\": \"module\"}", "module"),
        "\"module\": \"nodenext\"");
  }

  @Test
  void commonJsModulesCompileForNode() throws IOException {
    compile(
        "typescript",
        programs("node-commonjs", "{\"type\": \"commonjs\"}", "module", "commonjs"),
        "\"module\": \"nodenext\"");
  }

  @Test
  void modulesCompileForBundlers() throws IOException {
    compile(
        "typescript",
        programs("bundler", "{}", "module"),
        "\"module\": \"esnext\", \"moduleResolution\": \"bundler\"");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void modulesCompileWithoutExportsMaps(boolean interop) throws IOException {
    // These know nothing but `types`, which brings the globals.
    Path folder = programs("node10-" + interop, "{}", "module");
    Files.delete(folder.resolve("own-names.ts"));
    compile(
        "typescript",
        folder,
        "\"module\": \"commonjs\", \"moduleResolution\": \"node10\", \"esModuleInterop\": "
            + interop);
  }

  @Test
  void scriptsFindTheGlobals() throws IOException {
    compile(
        "typescript",
        programs("script", "{}", "script"),
        "\"module\": \"esnext\", \"moduleResolution\": \"bundler\"");
  }

  @Test
  void theDeclarationsOfTheScriptNeedNothingBesideThem() throws IOException {
    Path folder = programs("script-alone", "{}", "script");
    Files.delete(folder.resolve("referenced.ts"));
    Files.delete(folder.resolve("side-effect.ts"));
    Files.copy(consumer.installed().resolve("peer.d.ts"), folder.resolve("peer.d.ts"));
    compile("typescript", folder, "\"module\": \"none\"");
  }

  @Test
  void whatIsCalledCodeForPeerJsCompilesWithPeerJs() throws IOException {
    Path folder = consumer.folder("peerjs");
    Files.copy(Path.of("src/test/typescript/module/classic.ts"), folder.resolve("classic.ts"));
    compile(
        "typescript",
        folder,
        """
        "module": "esnext", "moduleResolution": "bundler", "skipLibCheck": true,
        "paths": {"teapeer": ["%s"]}"""
            .formatted(Path.of("node_modules/peerjs/dist/types.d.ts").toAbsolutePath()));
  }

  @ParameterizedTest
  @CsvSource({"client/src/main/npm/README.md, 3", "docs/migration.md, 1"})
  void theExamplesOfTheDocumentationCompile(String document, int atLeast) throws IOException {
    List<String> files = new ArrayList<>();
    for (Matcher example = EXAMPLE.matcher(Published.text(Published.source(document)));
        example.find(); ) {
      files.add("example" + files.size() / 2 + ".ts");
      files.add(example.group(1) + "export {};\n");
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(2 * atLeast);
    files.add("require.d.ts");
    files.add("declare function require(name: 'teapeer'): typeof import('teapeer');\n");
    compile(
        "typescript",
        consumer.folder(
            "examples-" + document.replaceAll("\\W", "-"), files.toArray(String[]::new)),
        "\"module\": \"esnext\", \"moduleResolution\": \"bundler\"");
  }
}
