package io.github.teapeer.bundler;

import io.github.teapeer.bundler.SourceMap.Segment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Tells what a script's bytes are spent on: how many there would be less without what came from a
 * file, and from a directory.
 */
final class SizeReport {
  /** A piece of the script. */
  private record Piece(String source, String text) {}

  private final List<Piece> pieces;

  private SizeReport(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /**
   * Reads where the bytes came from; what came from nowhere belongs to what stands before it.
   *
   * @param script the script
   * @param map its source map
   */
  static SizeReport of(String script, SourceMap map) {
    String[] lines = script.split("\n", -1);
    List<Piece> pieces = new ArrayList<>();
    String source = "";
    for (int i = 0; i < lines.length && i < map.lines().size(); i++) {
      List<Segment> segments = map.lines().get(i);
      int start = 0;
      for (Segment segment : segments) {
        pieces.add(new Piece(source, lines[i].substring(start, segment.column())));
        start = segment.column();
        source = segment.isMapped() ? segment.source() : source;
      }
      pieces.add(new Piece(source, lines[i].substring(start)));
    }
    return new SizeReport(pieces);
  }

  /** A table: bytes, bytes after gzip, and whose; the largest first, directories before files. */
  String table() {
    return table(SizeReport::directory) + "\n" + table(UnaryOperator.identity());
  }

  private static String directory(String source) {
    int slash = source.lastIndexOf('/');
    return slash < 0 ? source : source.substring(0, slash);
  }

  private String table(UnaryOperator<String> group) {
    Map<String, Integer> bytes =
        pieces.stream()
            .collect(
                Collectors.groupingBy(
                    piece -> group.apply(piece.source()),
                    LinkedHashMap::new,
                    Collectors.summingInt(piece -> piece.text().length())));
    int all = gzipSize(piece -> true);
    Map<String, Integer> compressed = new LinkedHashMap<>();
    bytes
        .keySet()
        .forEach(
            name ->
                compressed.put(
                    name, all - gzipSize(piece -> !group.apply(piece.source()).equals(name))));
    return compressed.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%6d %6d  %s%n",
                    bytes.get(entry.getKey()),
                    entry.getValue(),
                    entry.getKey().isEmpty() ? "(TeaVM)" : entry.getKey()))
        .collect(Collectors.joining());
  }

  private int gzipSize(Predicate<Piece> kept) {
    String text = pieces.stream().filter(kept).map(Piece::text).collect(Collectors.joining());
    return SizeBudget.gzipSize(text.getBytes(StandardCharsets.UTF_8));
  }
}
