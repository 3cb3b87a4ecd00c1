package io.github.teapeer.bundler.layout;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import io.github.teapeer.bundler.spelling.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A layout that was found for a script, from which the search for the next one can start. */
public final class Profile {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<String, String> spellings = new LinkedHashMap<>();

  private Profile() {}

  /**
   * Reads a layout.
   *
   * @param text a line for each name, each place, and what is written in its own way; or nothing
   * @return the layout
   */
  public static Profile parse(String text) {
    Profile profile = new Profile();
    for (String line : text.split("\n", -1)) {
      int tab = line.indexOf('\t');
      int space = line.indexOf(' ');
      if (tab > 0) {
        profile.spellings.put(line.substring(0, tab), line.substring(tab + 1));
      } else if (space > 0) {
        profile.names.put(line.substring(0, space), line.substring(space + 1));
      } else if (!line.isEmpty()) {
        profile.places.putIfAbsent(line, profile.places.size());
      }
    }
    return profile;
  }

  static Profile of(
      List<Symbol> symbols, List<Sequence> sequences, Map<Piece, Spelling> spellings) {
    Profile profile = new Profile();
    for (Symbol symbol : symbols) {
      profile.names.put(symbol.key(), symbol.name());
    }
    Map<Node, String> keys = keys(symbols);
    for (Sequence sequence : sequences) {
      for (Piece piece : sequence.pieces()) {
        profile.places.putIfAbsent(key(piece.node(), keys), profile.places.size());
      }
    }
    spellings.forEach(
        (piece, spelling) -> profile.spellings.put(key(piece.node(), keys), spelling.text()));
    return profile;
  }

  /** The layout as a text, see {@link #parse}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    names.forEach((key, name) -> text.append(key).append(' ').append(name).append('\n'));
    places.keySet().forEach(key -> text.append(key).append('\n'));
    spellings.forEach((key, way) -> text.append(key).append('\t').append(way).append('\n'));
    return text.toString();
  }

  /** The names, by the keys of symbols. */
  Map<String, String> names() {
    return names;
  }

  /** How something was written, by its key; null where that is not known. */
  String spelling(String key) {
    return spellings.get(key);
  }

  /** Sorts pieces as they were; new ones stay behind the one that they follow. */
  void order(List<Sequence> sequences, List<Symbol> symbols) {
    Map<Node, String> keys = keys(symbols);
    for (Sequence sequence : sequences) {
      Map<Piece, Integer> place = new HashMap<>();
      int last = -1;
      for (Piece piece : sequence.pieces()) {
        last = places.getOrDefault(key(piece.node(), keys), last);
        place.put(piece, last);
      }
      List<Piece> sorted = new ArrayList<>(sequence.pieces());
      sorted.sort(Comparator.comparing(place::get));
      sequence.restore(sorted);
    }
  }

  static Map<Node, String> keys(List<Symbol> symbols) {
    Map<Node, String> keys = new HashMap<>();
    symbols.forEach(symbol -> symbol.nodes().forEach(node -> keys.put(node, symbol.key())));
    return keys;
  }

  /** What a function, a member with its class, or any other statement is known by. */
  static String key(Node node, Map<Node, String> keys) {
    if (node.isFunction()) {
      Node name = node.getFirstChild();
      return keys.getOrDefault(name, name.getString());
    }
    Node type = node.getGrandparent().getFirstChild();
    if (node.getGrandparent().isClass()) {
      return keys.getOrDefault(type, type.getString())
          + "."
          + node.getToken()
          + "."
          + keys.getOrDefault(node, node.getString());
    }
    // Of statements that begin with the same name there may be several.
    String first = first(node, keys);
    int count = 0;
    for (Node before = node.getPrevious(); before != null; before = before.getPrevious()) {
      count += !before.isFunction() && first(before, keys).equals(first) ? 1 : 0;
    }
    return "#" + first + "#" + count;
  }

  private static String first(Node statement, Map<Node, String> keys) {
    return SourceTree.find(statement, Node::isName).stream()
        .findFirst()
        .map(name -> keys.getOrDefault(name, name.getString()))
        .orElse("");
  }
}
