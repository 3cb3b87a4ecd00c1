package io.github.teapeer.bundler.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JavaScript file that goes into the bundle.
 *
 * @param name how source maps call it: relative, so that no machine's path gets into them
 * @param content its text
 */
public record SourceText(String name, String content) {

  /** Reads a file, which source maps will know by its last name. */
  public static SourceText read(Path file) {
    return new SourceText(file.getFileName().toString(), text(file));
  }

  /** The text of a file that must exist. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BuildFailure("Cannot read " + file + ": " + e, e);
    }
  }
}
