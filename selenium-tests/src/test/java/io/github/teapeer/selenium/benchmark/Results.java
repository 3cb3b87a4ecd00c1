package io.github.teapeer.selenium.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, by what it is and whose. */
final class Results {
  private final List<String> contestants;
  private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();

  /**
   * Expects results.
   *
   * @param contestants whose; ours are the first
   */
  Results(String... contestants) {
    this.contestants = List.of(contestants);
  }

  /** Adds what one round measured. */
  void add(String measure, String contestant, double value) {
    values
        .computeIfAbsent(measure, key -> new HashMap<>())
        .computeIfAbsent(contestant, key -> new ArrayList<>())
        .add(value);
  }

  /** A table of medians, with ours as a multiple of the others'. */
  String table(String title) {
    StringBuilder table = new StringBuilder("%n%-54s".formatted(title));
    contestants.forEach(contestant -> table.append("%14s".formatted(contestant)));
    others().forEach(contestant -> table.append("%18s".formatted("of " + contestant)));
    values.forEach(
        (measure, row) -> {
          table.append("%n%-54s".formatted(measure));
          contestants.forEach(
              contestant -> table.append("%14s".formatted(number(median(row.get(contestant))))));
          double ours = median(row.get(contestants.get(0)));
          others()
              .forEach(
                  contestant ->
                      table.append("%18s".formatted(number(ours / median(row.get(contestant))))));
        });
    return table.toString();
  }

  private List<String> others() {
    return contestants.subList(1, contestants.size());
  }

  private static double median(List<Double> values) {
    return values == null ? Double.NaN : percentile(values, 50);
  }

  /** A percentile, of those values that there are. */
  static double percentile(List<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) * percent / 100);
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "–"
        : String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
