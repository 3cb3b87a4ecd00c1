package io.github.teapeer.selenium.page;

import java.util.List;
import java.util.Map;

/**
 * Something that happened in a page.
 *
 * @param source the name of the peer or connection it happened to, or {@code page}
 * @param name the event, for example {@code open}
 * @param arguments what came with it
 */
public record Event(String source, String name, List<Description> arguments) {
  /**
   * The source of what no page may show: uncaught errors, rejections, console.error, violations.
   */
  public static final String PAGE = "page";

  static Event fromJson(Map<?, ?> entry) {
    return new Event(
        (String) entry.get("source"),
        (String) entry.get("event"),
        ((List<?>) entry.get("args")).stream().map(Description::fromJson).toList());
  }

  @Override
  public String toString() {
    return source + " " + name + " " + arguments;
  }
}
