package io.github.teapeer.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window that shows one page, which reports to its {@link PageHost}. */
final class Browser implements AutoCloseable {
  private final Path profile;
  private final Process process;

  /** Opens a page. */
  Browser(String url) throws IOException {
    profile = Files.createTempDirectory("teapeer-browser");
    try {
      process =
          new ProcessBuilder(
                  "chromium",
                  "--headless=new",
                  // Chromium refuses to run its sandbox as root, as which containers run tests.
                  "--no-sandbox",
                  "--disable-dev-shm-usage",
                  "--disable-gpu",
                  "--no-first-run",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                  // There may be no other network.
                  "--allow-loopback-in-peer-connection",
                  "--user-data-dir=" + profile,
                  url)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new AssertionError("This test needs Chromium: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (UncheckedIOException e) {
      // A helper process that is just ending has taken its file away itself.
      if (!(e.getCause() instanceof java.nio.file.NoSuchFileException)) {
        throw e;
      }
    }
  }
}
