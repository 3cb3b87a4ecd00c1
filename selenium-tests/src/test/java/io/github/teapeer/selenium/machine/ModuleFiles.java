package io.github.teapeer.selenium.machine;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this module and of the npm packages that the build installs beside it. */
public final class ModuleFiles {
  private ModuleFiles() {}

  /**
   * A file of this module's folder, which is where Surefire and IDEs run tests.
   *
   * @throws IllegalStateException when there is no such file
   */
  public static Path file(String relativePath) {
    Path file = Path.of(relativePath).toAbsolutePath();
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          file + " is missing; run the tests in selenium-tests/, after `mvn verify` once");
    }
    return file;
  }

  /** A file of an installed npm package, for example {@code peerjs/dist/peerjs.min.js}. */
  public static Path npm(String relativePath) {
    return file("node_modules/" + relativePath);
  }
}
