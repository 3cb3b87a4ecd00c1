package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.layout.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables of functions that may have each other's names. */
public final class Locals {
  private Locals() {}

  /**
   * Finds the parameters that are in truth variables, and that no inner function uses: it may have
   * others of the same names. Where they are listed the names stand in the same order always.
   *
   * @param root a tree whose names are all short
   * @param parameters where those are listed that no caller passes
   * @return a group of symbols for each function
   */
  public static List<Symbol> of(Node root, Set<Node> parameters) {
    Map<Node, String> functions = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    List<Symbol> symbols = new ArrayList<>();
    List<Variable> variables = new Scopes(root).variables();
    Map<Node, Map<String, Integer>> namesakes = new HashMap<>();
    for (Variable variable : variables) {
      namesakes
          .computeIfAbsent(variable.function(), key -> new HashMap<>())
          .merge(variable.name(), 1, Integer::sum);
    }
    for (Variable variable : variables) {
      List<Node> uses = new ArrayList<>(variable.nodes());
      // One that a block hides must not get the name of what the block uses.
      if (uses.removeAll(parameters)
          && !uses.isEmpty()
          && !variable.isCaptured()
          && namesakes.get(variable.function()).get(variable.name()) == 1) {
        String function =
            functions.computeIfAbsent(
                variable.function(),
                key -> {
                  String place = place(key, root);
                  return place + "/" + seen.merge(place, 1, Integer::sum);
                });
        String name = uses.get(0).getString();
        symbols.add(new Symbol(function + "/" + name, function, "", false, uses));
      }
    }
    return symbols;
  }

  /** What a function, or the one around it, is known as. */
  private static String place(Node function, Node root) {
    String place = "";
    for (Node up = function; up != root; up = up.getParent()) {
      if (up.isFunction() && !up.getFirstChild().getString().isEmpty()) {
        place = OriginalNames.of(up.getFirstChild());
      } else if (up.isMemberFunctionDef()) {
        place = up.getString() + "." + place;
      } else if (up.isClass()) {
        place = OriginalNames.of(up.getFirstChild()) + "." + place;
      }
    }
    return place;
  }
}
