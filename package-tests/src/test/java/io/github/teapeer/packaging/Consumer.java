package io.github.teapeer.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Somebody's project, far from this one, into which the tarball of {@code npm pack} was installed.
 *
 * <p>There is one for all tests; each works in a folder of its own inside it.
 */
final class Consumer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path project;
  private final JsonNode tarball;

  private Consumer() throws IOException {
    project = Files.createTempDirectory("teapeer-consumer").toRealPath();
    tarball =
        JSON.readTree(
                Command.run(
                    Published.npm(), "npm", "pack", "--json", "--pack-destination", "" + project))
            .get(0);
    Files.writeString(project.resolve("package.json"), "{\"private\": true}\n");
    Files.writeString(project.resolve(".npmrc"), "omit-lockfile-registry-resolved=true\n");
    Command.run(
        project,
        "npm",
        "install",
        "--no-audit",
        "--no-fund",
        "--prefer-offline",
        "./" + tarball.get("filename").asText());
  }

  /** The folder of the project. */
  Path project() {
    return project;
  }

  /** The installed package. */
  Path installed() {
    return project.resolve("node_modules/teapeer");
  }

  /** What {@code npm pack} tells of the tarball. */
  JsonNode tarball() {
    return tarball;
  }

  /** Makes a folder in the project with these files, given by name and content in turn. */
  Path folder(String name, String... files) {
    try {
      Path folder = Files.createDirectories(project.resolve(name));
      for (int i = 0; i < files.length; i += 2) {
        Files.writeString(folder.resolve(files[i]), files[i + 1]);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Hands the project to the tests that ask for it. */
  static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Consumer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Extension.class))
          .computeIfAbsent(
              Consumer.class,
              key -> {
                try {
                  return new Consumer();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              Consumer.class);
    }
  }
}
