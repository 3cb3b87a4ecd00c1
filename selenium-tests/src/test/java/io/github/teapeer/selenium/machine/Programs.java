package io.github.teapeer.selenium.machine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the programs of this machine that the tests drive. */
public final class Programs {
  private static final Path DEBIAN_LIBRARIES = Path.of("/usr/lib");

  private Programs() {}

  /**
   * The first of the given commands that is on the path.
   *
   * @throws IllegalStateException naming the commands when none of them is installed
   */
  public static Path require(String... commands) {
    return Stream.of(commands)
        .flatMap(command -> find(command).stream())
        .findFirst()
        .orElseThrow(() -> missing(String.join(" or ", commands)));
  }

  /** The command's executable file, or empty when it is not on the path. */
  public static Optional<Path> find(String command) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * WebKitGTK's own small browser, which Debian keeps out of the path.
   *
   * @throws IllegalStateException when it is not installed
   */
  public static Path requireMiniBrowser() {
    try (Stream<Path> architectures = Files.list(DEBIAN_LIBRARIES)) {
      List<Path> candidates =
          architectures
              .map(directory -> directory.resolve("webkit2gtk-4.1/MiniBrowser"))
              .filter(Files::isExecutable)
              .toList();
      return candidates.stream().findFirst().orElseThrow(() -> missing("WebKitGTK's MiniBrowser"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalStateException missing(String what) {
    return new IllegalStateException(
        what + " is not installed; `mvn verify` run as root on Debian installs it");
  }
}
