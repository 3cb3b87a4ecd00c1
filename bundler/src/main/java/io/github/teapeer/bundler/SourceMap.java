package io.github.teapeer.bundler;

import com.google.debugging.sourcemap.SourceMapObject;
import com.google.debugging.sourcemap.SourceMapObjectParser;
import com.google.debugging.sourcemap.SourceMapParseException;
import io.github.teapeer.bundler.source.BuildFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which line of which source each piece of a script came from (ECMA-426, version 3).
 *
 * @param lines the segments of each line of the script, by rising column
 */
record SourceMap(List<List<Segment>> lines) {

  /**
   * From this column on, up to the next segment.
   *
   * @param column of the script, from 0
   * @param source the file's name, or the empty string for a piece that came from nowhere
   * @param line of the source, from 0
   * @param sourceColumn of the source, from 0
   */
  record Segment(int column, String source, int line, int sourceColumn) {
    static Segment unmapped(int column) {
      return new Segment(column, "", 0, 0);
    }

    boolean isMapped() {
      return !source.isEmpty();
    }
  }

  SourceMap {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /** Reads a map; its {@code sourceRoot} and {@code names} are dropped. */
  static SourceMap parse(String json) {
    SourceMapObject map;
    try {
      map = SourceMapObjectParser.parse(json);
    } catch (SourceMapParseException e) {
      throw new BuildFailure("Not a source map: " + e.getMessage(), e);
    }
    List<List<Segment>> lines = new ArrayList<>();
    int[] state = new int[5];
    for (String line : map.getMappings().split(";", -1)) {
      List<Segment> segments = new ArrayList<>();
      state[0] = 0;
      for (String segment : line.split(",", -1)) {
        if (segment.isEmpty()) {
          continue;
        }
        int[] values = Vlq.read(segment);
        for (int i = 0; i < values.length; i++) {
          state[i] += values[i];
        }
        segments.add(
            values.length < 4
                ? Segment.unmapped(state[0])
                : new Segment(state[0], map.getSources()[state[1]], state[2], state[3]));
      }
      lines.add(segments);
    }
    return new SourceMap(lines);
  }

  /** What the character at this place came from; unmapped when the map does not say. */
  Segment at(int line, int column) {
    if (line < lines.size()) {
      List<Segment> segments = lines.get(line);
      for (int i = segments.size() - 1; i >= 0; i--) {
        if (segments.get(i).column() <= column) {
          return segments.get(i);
        }
      }
    }
    return Segment.unmapped(column);
  }

  /**
   * This map, seen through the map of one of its sources: what came from {@code source} now comes
   * from where {@code inner} says that {@code source} came from, or from nowhere.
   */
  SourceMap through(String source, SourceMap inner) {
    return new SourceMap(
        lines.stream()
            .map(
                line ->
                    line.stream()
                        .map(
                            segment ->
                                segment.source().equals(source) ? resolve(segment, inner) : segment)
                        .toList())
            .toList());
  }

  private static Segment resolve(Segment segment, SourceMap inner) {
    Segment origin = inner.at(segment.line(), segment.sourceColumn());
    return new Segment(segment.column(), origin.source(), origin.line(), origin.sourceColumn());
  }

  /** The map of the same script after {@code count} lines were put before it. */
  SourceMap below(int count) {
    List<List<Segment>> moved = new ArrayList<>(Collections.nCopies(count, List.of()));
    moved.addAll(lines);
    return new SourceMap(moved);
  }

  /**
   * The map as JSON.
   *
   * @param file the name of the script
   * @param contents the texts of those sources whose text goes into the map
   */
  String toJson(String file, Map<String, String> contents) {
    Map<String, Integer> sources = new LinkedHashMap<>();
    String mappings = encode(sources);
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String source : sources.keySet()) {
      names.add(Json.string(source));
      texts.add(contents.containsKey(source) ? Json.string(contents.get(source)) : "null");
    }
    return "{\"version\":3,\"file\":"
        + Json.string(file)
        + ",\"sources\":["
        + String.join(",", names)
        + "],\"sourcesContent\":["
        + String.join(",", texts)
        + "],\"names\":[],\"mappings\":"
        + Json.string(mappings)
        + "}\n";
  }

  private String encode(Map<String, Integer> sources) {
    StringBuilder mappings = new StringBuilder();
    Segment last = Segment.unmapped(0);
    int lastSource = 0;
    for (List<Segment> line : lines) {
      if (line != lines.get(0)) {
        mappings.append(';');
      }
      int lastColumn = 0;
      Segment previous = null;
      for (Segment segment : line) {
        if (previous != null && isSameOrigin(previous, segment)) {
          continue;
        }
        if (previous != null) {
          mappings.append(',');
        }
        previous = segment;
        Vlq.append(mappings, segment.column() - lastColumn);
        lastColumn = segment.column();
        if (segment.isMapped()) {
          int source = sources.computeIfAbsent(segment.source(), name -> sources.size());
          Vlq.append(mappings, source - lastSource);
          Vlq.append(mappings, segment.line() - last.line());
          Vlq.append(mappings, segment.sourceColumn() - last.sourceColumn());
          lastSource = source;
          last = segment;
        }
      }
    }
    return mappings.toString();
  }

  private static boolean isSameOrigin(Segment one, Segment other) {
    return one.source().equals(other.source())
        && one.line() == other.line()
        && one.sourceColumn() == other.sourceColumn();
  }
}
