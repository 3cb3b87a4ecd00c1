package io.github.teapeer.selenium.docs;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the project's test methods, as {@code Class#method}, read from their sources. */
final class TestMethods {
  /**
   * An annotation that makes a test, with what may follow it: arguments, other annotations, a
   * modifier. An annotation's arguments may nest parentheses once. Nothing of it is tried in two
   * ways, so that long arguments do not take up the stack.
   */
  private static final Pattern TEST =
      Pattern.compile(
          "@(?:Test|ParameterizedTest|RepeatedTest|Property)\\b"
              + "(?:\\s*\\((?:[^()]++|\\([^()]*+\\))*+\\))?"
              + "(?<others>(?:\\s*@\\w+(?:\\s*\\((?:[^()]++|\\([^()]*+\\))*+\\))?)*)"
              + "\\s*(?:public\\s+)?void\\s+(?<name>\\w+)\\s*\\(");

  private TestMethods() {}

  /** All that are not switched off. */
  static Set<String> all() {
    Set<String> names = new HashSet<>();
    for (Path source : ProjectFiles.testSources()) {
      String type = source.getFileName().toString().replace(".java", "");
      Matcher test = TEST.matcher(ProjectFiles.text(source));
      while (test.find()) {
        if (!test.group("others").contains("@Disabled")) {
          names.add(type + "#" + test.group("name"));
        }
      }
    }
    return names;
  }
}
