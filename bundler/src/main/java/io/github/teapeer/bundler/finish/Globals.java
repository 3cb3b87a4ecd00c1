package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.layout.Symbol;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a whole script knows: functions, classes and variables that no function declares. */
public final class Globals {
  private static final String SCRIPT = "script";

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
    Map<String, List<Node>> uses = new HashMap<>();
    for (Node name : SourceTree.find(block, Node::isName)) {
      uses.computeIfAbsent(name.getString(), key -> new ArrayList<>()).add(name);
    }
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
}
