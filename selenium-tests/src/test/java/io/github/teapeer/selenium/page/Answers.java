package io.github.teapeer.selenium.page;

import java.util.List;

/** Pages' answers as the types that they are known to be. */
final class Answers {
  private Answers() {}

  static List<String> texts(Object answer) {
    return ((List<?>) answer).stream().map(String.class::cast).toList();
  }
}
