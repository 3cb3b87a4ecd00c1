package io.github.teapeer.selenium.page;

import org.openqa.selenium.json.Json;
import org.openqa.selenium.json.JsonOutput;

/** JSON on one line, for the readers of test reports. */
final class CompactJson {
  private static final Json JSON = new Json();

  private CompactJson() {}

  static String write(Object value) {
    StringBuilder text = new StringBuilder();
    try (JsonOutput output = JSON.newOutput(text)) {
      output.setPrettyPrint(false).write(value);
    }
    // Selenium escapes the slash, which JSON need not.
    return text.toString().replace("\\u002f", "/");
  }
}
