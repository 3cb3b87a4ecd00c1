package io.github.teapeer.selenium.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured in one browser, by what it is and whose. */
final class Results {
  private final Map<String, Map<Contestant, List<Double>>> values = new LinkedHashMap<>();

  /** Adds what one round measured. */
  void add(String measure, Contestant contestant, double value) {
    values
        .computeIfAbsent(measure, key -> new EnumMap<>(Contestant.class))
        .computeIfAbsent(contestant, key -> new ArrayList<>())
        .add(value);
  }

  /** A table of medians, with ours as a multiple of the others'. */
  String table(String title) {
    StringBuilder table = new StringBuilder("\n%-44s".formatted(title));
    for (Contestant contestant : Contestant.values()) {
      table.append("%14s".formatted(contestant.title()));
    }
    table.append("%12s%12s%n".formatted("of PeerJS", "of bare"));
    values.forEach((measure, row) -> appendRow(table, measure, row));
    return table.toString();
  }

  private static void appendRow(
      StringBuilder table, String measure, Map<Contestant, List<Double>> row) {
    table.append("%-44s".formatted(measure));
    for (Contestant contestant : Contestant.values()) {
      table.append("%14s".formatted(number(median(row.get(contestant)))));
    }
    double ours = median(row.get(Contestant.OURS));
    table.append("%12s".formatted(number(ours / median(row.get(Contestant.PEERJS)))));
    table.append("%12s%n".formatted(number(ours / median(row.get(Contestant.BARE)))));
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
