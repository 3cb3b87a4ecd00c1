package io.github.teapeer.bundler;

import io.github.teapeer.bundler.layout.Effort;
import io.github.teapeer.bundler.source.BuildFailure;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the bundler is told.
 *
 * @param program TeaVM's CommonJS output; its source map lies beside it, with {@code .map} added to
 *     its name
 * @param scripts the directory of the glue, of the wrappers and footers that {@link Product} names,
 *     and of the {@link Typings}
 * @param output the directory for the results
 * @param version the version that the files tell
 * @param budget the most bytes that {@code gzip -9} may leave of {@code peer.min.js}
 * @param effort how long a smaller layout of {@code peer.min.js} is looked for: the arguments
 *     {@code trials} and {@code heat}
 * @param classes directories and jars of classes whose {@code @JSBody} scripts are checked
 * @param sources Java source directories; what is found there goes into the source maps
 */
record BundlerOptions(
    Path program,
    Path scripts,
    Path output,
    String version,
    SizeBudget budget,
    Effort effort,
    List<Path> classes,
    List<Path> sources) {

  BundlerOptions {
    classes = List.copyOf(classes);
    sources = List.copyOf(sources);
  }

  /**
   * Reads {@code name=value} arguments, one for each component of this record and of {@link
   * Effort}; lists are separated as class paths are.
   *
   * @throws BuildFailure when one is missing, unknown or not a number
   */
  static BundlerOptions parse(String... arguments) {
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw new BuildFailure("Not of the form name=value: " + argument);
      }
      values.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    BundlerOptions options =
        new BundlerOptions(
            Path.of(take(values, "program")),
            Path.of(take(values, "scripts")),
            Path.of(take(values, "output")),
            take(values, "version"),
            new SizeBudget(number(take(values, "budget"))),
            new Effort(number(take(values, "trials")), decimal(take(values, "heat"))),
            paths(take(values, "classes")),
            paths(take(values, "sources")));
    if (!values.isEmpty()) {
      throw new BuildFailure("Unknown arguments: " + values.keySet());
    }
    return options;
  }

  private static String take(Map<String, String> values, String name) {
    String value = values.remove(name);
    if (value == null) {
      throw new BuildFailure("Missing argument: " + name + "=…");
    }
    return value;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new BuildFailure("Not a number: " + text, e);
    }
  }

  private static double decimal(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new BuildFailure("Not a number: " + text, e);
    }
  }

  private static List<Path> paths(String list) {
    return Stream.of(list.split(File.pathSeparator, -1))
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .toList();
  }
}
