package io.github.teapeer.selenium.docs;

import static java.util.stream.Collectors.joining;

import io.github.teapeer.selenium.page.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values in the words of a reader. */
final class ValueText {
  private static final int LONGEST = 24;

  private ValueText() {}

  static String of(Value value) {
    return "`" + text(value.description().json()) + "`";
  }

  private static String text(Map<?, ?> description) {
    Map.Entry<?, ?> only = description.entrySet().iterator().next();
    String type = (String) only.getKey();
    Object content = only.getValue();
    return switch (type) {
      case "number", "boolean" -> content.toString();
      case "null", "undefined" -> type;
      case "string" -> "'" + shortened((String) content) + "'";
      case "array" ->
          ((List<?>) content).stream().map(ValueText::item).collect(joining(", ", "[", "]"));
      case "object" -> object((Map<?, ?>) content);
      default -> type + bytes(content instanceof Map<?, ?> file ? file.get("bytes") : content);
    };
  }

  private static String item(Object description) {
    return text((Map<?, ?>) description);
  }

  private static String object(Map<?, ?> members) {
    Map<String, String> sorted = new TreeMap<>();
    members.forEach((key, value) -> sorted.put((String) key, item(value)));
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(joining(", ", "{", "}"));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…" + text.length();
  }

  /** Hexadecimal text, or the number of the bytes and more. */
  private static String bytes(Object description) {
    String described = description.toString();
    int comma = described.indexOf(" bytes");
    int count =
        comma < 0 ? described.length() / 2 : Integer.parseInt(described.substring(0, comma));
    return "(" + count + " bytes)";
  }
}
