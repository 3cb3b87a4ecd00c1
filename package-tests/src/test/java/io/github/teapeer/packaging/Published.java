package io.github.teapeer.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build puts what is published. */
final class Published {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Published() {}

  /** The version of everything. */
  static String version() {
    return System.getProperty("teapeer.version");
  }

  /** The folder of the npm package. */
  static Path npm() {
    return existing(ROOT.resolve("client/target/npm"));
  }

  /** A jar of a module; the classifier is empty for its classes. */
  static Path jar(String module, String classifier) {
    String suffix = classifier.isEmpty() ? "" : "-" + classifier;
    return existing(
        ROOT.resolve(module)
            .resolve("target/teapeer-" + module + "-" + version() + suffix + ".jar"));
  }

  /** A file of the repository. */
  static Path source(String path) {
    return existing(ROOT.resolve(path));
  }

  /** The text of a file. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw new AssertionError(
          file + " is missing; build with `mvn -pl package-tests -am verify -DskipTests` once");
    }
    return file;
  }
}
