package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.layout.Listing;
import io.github.teapeer.bundler.layout.Symbol;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a whole script knows: functions, classes and variables that no function declares. */
public final class Globals {
  private static final String SCRIPT = "script";

  /** What the hidden names begin with, as no others do. */
  private static final String HIDDEN = "$global";

  private Globals() {}

  /**
   * Finds what a block declares for all of it.
   *
   * @param block the body of a function whose names are all short
   * @return its symbols
   */
  public static List<Symbol> of(Node block) {
    Set<String> locals = new HashSet<>();
    new Scopes(block).variables().forEach(variable -> locals.add(variable.name()));
    Map<String, Node> declared = declared(block);
    Map<String, List<Node>> uses = uses(block);
    declared.keySet().removeAll(locals);
    Set<String> taken = new HashSet<>(uses.keySet());
    taken.removeAll(declared.keySet());
    Map<String, Integer> seen = new HashMap<>();
    List<Symbol> symbols = new ArrayList<>();
    declared.forEach(
        (name, node) -> {
          String key = OriginalNames.of(node);
          int count = seen.merge(key, 1, Integer::sum);
          symbols.add(
              new Symbol(
                  count == 1 ? key : key + "#" + count,
                  Symbol.Kind.GLOBAL,
                  Set.of(SCRIPT),
                  taken,
                  "",
                  uses.get(name)));
        });
    return symbols;
  }

  /**
   * Gives what a block declares names out of the way of all others, so that variables of functions
   * may be called as they like.
   *
   * @param block the body of a function
   */
  public static void hide(Node block) {
    rename(block, IntStream.iterate(0, number -> number + 1).mapToObj(number -> HIDDEN + number));
  }

  /**
   * Gives what a block declares short names that are not those of variables of functions: what is
   * used most the shortest.
   *
   * @param block the body of a function
   */
  public static void shorten(Node block) {
    Set<String> taken = uses(block).keySet();
    List<String> letters = Listing.LETTERS.chars().mapToObj(Character::toString).toList();
    rename(
        block,
        Stream.concat(
                letters.stream(),
                letters.stream().flatMap(first -> letters.stream().map(first::concat)))
            .filter(name -> !taken.contains(name) && !Symbol.RESERVED.contains(name)));
  }

  private static void rename(Node block, Stream<String> names) {
    Map<String, List<Node>> uses = uses(block);
    Iterator<String> name = names.iterator();
    declared(block).keySet().stream()
        .map(uses::get)
        .sorted(Comparator.comparing((List<Node> nodes) -> -nodes.size()))
        .forEach(
            nodes -> {
              String next = name.next();
              nodes.forEach(node -> node.setString(next));
            });
  }

  /** What a block declares, with a node of each. */
  private static Map<String, Node> declared(Node block) {
    Map<String, Node> declared = new LinkedHashMap<>();
    for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
      if (child.isFunction() || child.isClass()) {
        declared.put(child.getFirstChild().getString(), child.getFirstChild());
      } else if (child.isLet() || child.isConst() || child.isVar()) {
        for (Node name = child.getFirstChild(); name != null; name = name.getNext()) {
          if (name.isName()) {
            declared.put(name.getString(), name);
          }
        }
      }
    }
    return declared;
  }

  private static Map<String, List<Node>> uses(Node block) {
    Map<String, List<Node>> uses = new HashMap<>();
    for (Node name : SourceTree.find(block, Node::isName)) {
      uses.computeIfAbsent(name.getString(), key -> new ArrayList<>()).add(name);
    }
    return uses;
  }
}
