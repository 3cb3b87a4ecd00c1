package io.github.teapeer.selenium.samples;

import io.github.teapeer.selenium.page.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values that every serialization of structured data carries faithfully. */
final class CommonValues {
  /** A moment, and how JavaScript prints it in the time zone of the tests' browsers. */
  static final String MOMENT = "2020-02-02T20:20:20.020Z";

  static final String MOMENT_PRINTED =
      "Sun Feb 02 2020 20:20:20 GMT+0000 (Coordinated Universal Time)";

  private CommonValues() {}

  static Stream<Value> all() {
    return Stream.of(strings(), numbers(), structures()).flatMap(List::stream);
  }

  static List<Value> strings() {
    return Stream.of(
            "",
            "hi",
            "exactly fifteen",
            "sixteen letters!",
            "naïve café",
            "日本語の文字列",
            "😀 👨‍👩‍👧",
            "\u0000\u001f\"\\")
        .map(Value::string)
        .toList();
  }

  private static List<Value> numbers() {
    return Stream.of(
            // Both sides of every boundary between integer forms.
            "0",
            "127",
            "128",
            "255",
            "256",
            "65535",
            "65536",
            "4294967295",
            "4294967296",
            "9007199254740991",
            "-1",
            "-32",
            "-33",
            "-128",
            "-129",
            "-32768",
            "-32769",
            "-2147483648",
            "-4294967296",
            "0.5",
            "1.1",
            "-0.1",
            "3.141592653589793",
            "1e-10")
        .map(Value::number)
        .toList();
  }

  private static List<Value> structures() {
    Value one = Value.number("1");
    return List.of(
        Value.bool(true),
        Value.bool(false),
        Value.array(),
        Value.array(Value.string("😀"), one, Value.object(Map.of("👍🏽", Value.string("x😀")))),
        Value.array(one, Value.string("two"), Value.array(Value.nothing(), Value.bool(true))),
        Value.object(Map.of()),
        Value.object(Map.of("a", one, "日本", Value.object(Map.of("null", Value.nothing())))),
        Value.array(Value.object(Map.of("deep", Value.array(Value.object(Map.of("er", one)))))));
  }
}
