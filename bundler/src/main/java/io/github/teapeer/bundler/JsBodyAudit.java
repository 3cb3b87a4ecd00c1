package io.github.teapeer.bundler;

import io.github.teapeer.bundler.source.BuildFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * Looks at every {@code @JSBody} of compiled classes for JavaScript that TeaVM silently
 * miscompiles.
 *
 * <p>The rules are those of {@link JsBodyScript}.
 */
final class JsBodyAudit {
  private JsBodyAudit() {}

  /**
   * Checks directories and jars of classes.
   *
   * @param classPath the directories and jars
   * @return how many scripts were looked at
   * @throws BuildFailure listing every offence
   */
  static int check(List<Path> classPath) {
    List<JsBodyScript> scripts = new ArrayList<>();
    for (Path entry : classPath) {
      scripts.addAll(scripts(entry));
    }
    List<String> offences = scripts.stream().flatMap(script -> script.offences().stream()).toList();
    if (!offences.isEmpty()) {
      throw new BuildFailure(
          "TeaVM would miscompile "
              + offences.size()
              + " @JSBody script(s):\n  "
              + String.join("\n  ", offences));
    }
    return scripts.size();
  }

  private static List<JsBodyScript> scripts(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        return below(entry);
      }
      try (FileSystem jar = FileSystems.newFileSystem(entry)) {
        return below(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new BuildFailure("Cannot read the classes in " + entry + ": " + e, e);
    }
  }

  private static List<JsBodyScript> below(Path directory) throws IOException {
    List<JsBodyScript> scripts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        try (InputStream content = Files.newInputStream(file)) {
          JsBodyReader reader = new JsBodyReader();
          new ClassReader(content).accept(reader, ClassReader.SKIP_CODE);
          scripts.addAll(reader.scripts());
        }
      }
    }
    return scripts;
  }
}
