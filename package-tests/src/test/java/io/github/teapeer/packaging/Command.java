package io.github.teapeer.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that run to their end. */
final class Command {
  private static final int DEADLINE_SECONDS = 120;

  /**
   * How a program ended.
   *
   * @param exitCode its exit code
   * @param output what it printed
   * @param errors what it printed as errors
   */
  record Result(int exitCode, String output, String errors) {}

  private Command() {}

  /**
   * Runs a program that must succeed.
   *
   * @return what it printed
   * @throws AssertionError when it is missing, fails or does not end
   */
  static String run(Path folder, String... command) {
    Result result = result(folder, command);
    if (result.exitCode() != 0) {
      throw new AssertionError(
          "%s failed with %d:%n%s%s"
              .formatted(
                  String.join(" ", command), result.exitCode(), result.output(), result.errors()));
    }
    return result.output();
  }

  /**
   * Runs a program.
   *
   * @throws AssertionError when it is missing or does not end
   */
  static Result result(Path folder, String... command) {
    try {
      // Files, since a program that fills a pipe which nobody reads would wait for ever.
      Path output = Files.createTempFile("teapeer", ".out");
      Path errors = Files.createTempFile("teapeer", ".err");
      try {
        Process process =
            new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
          process.getOutputStream().close();
          if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(
                "%s did not end within %d s:%n%s%s"
                    .formatted(
                        String.join(" ", command),
                        DEADLINE_SECONDS,
                        Files.readString(output),
                        Files.readString(errors)));
          }
          return new Result(
              process.exitValue(),
              Files.readString(output, UTF_8),
              Files.readString(errors, UTF_8));
        } finally {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
        }
      } finally {
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new AssertionError("This test needs '" + command[0] + "': " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while " + command[0] + " was running", e);
    }
  }
}
