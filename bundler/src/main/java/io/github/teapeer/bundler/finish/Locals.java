package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.layout.Listing;
import io.github.teapeer.bundler.layout.Symbol;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables of functions, which may have any name that nothing else has in a function that uses
 * them.
 *
 * @param symbols the variables
 * @param listings lists of those that are parameters which no caller passes
 */
public record Locals(List<Symbol> symbols, List<Listing> listings) {

  /**
   * Finds the variables.
   *
   * @param root a tree whose names are all short
   * @param parameters where those are listed that no caller passes
   * @return all but those of which a function has several with the same name
   */
  public static Locals of(Node root, Set<Node> parameters) {
    Scopes scopes = new Scopes(root);
    List<Variable> variables = movable(scopes, parameters);
    Set<Node> moving = new HashSet<>();
    variables.forEach(variable -> moving.addAll(variable.nodes()));
    Map<Node, String> functions = new LinkedHashMap<>();
    Map<Node, Set<String>> taken = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Node function : SourceTree.find(root, Node::isFunction)) {
      String place = place(function, root);
      functions.put(function, place + "/" + seen.merge(place, 1, Integer::sum));
      Set<String> names = new HashSet<>();
      SourceTree.find(
              function,
              node -> node.isName() && !node.getString().isEmpty() && !moving.contains(node))
          .forEach(node -> names.add(node.getString()));
      taken.put(function, names);
    }
    Map<Node, Symbol> listed = new LinkedHashMap<>();
    List<Symbol> symbols = new ArrayList<>();
    for (Variable variable : variables) {
      List<Node> uses = new ArrayList<>(variable.nodes());
      uses.removeAll(parameters);
      Set<String> places = new HashSet<>();
      Set<String> foreign = new HashSet<>();
      functions.forEach(
          (function, place) -> {
            if (function == variable.function() || scopes.captured(function).contains(variable)) {
              places.add(place);
              foreign.addAll(taken.get(function));
            }
          });
      Symbol symbol =
          new Symbol(
              functions.get(variable.function()) + "/" + variable.name(),
              Symbol.Kind.LOCAL,
              places,
              foreign,
              "",
              uses);
      symbols.add(symbol);
      variable.nodes().stream()
          .filter(parameters::contains)
          .forEach(node -> listed.put(node, symbol));
    }
    return new Locals(symbols, listings(functions.keySet(), listed));
  }

  /** The variables that are used, and have no namesake in their function. */
  private static List<Variable> movable(Scopes scopes, Set<Node> parameters) {
    Map<Node, Map<String, Integer>> namesakes = new HashMap<>();
    for (Variable variable : scopes.variables()) {
      namesakes
          .computeIfAbsent(variable.function(), key -> new HashMap<>())
          .merge(variable.name(), 1, Integer::sum);
    }
    return scopes.variables().stream()
        .filter(variable -> namesakes.get(variable.function()).get(variable.name()) == 1)
        .filter(variable -> !parameters.containsAll(variable.nodes()))
        .toList();
  }

  private static List<Listing> listings(Set<Node> functions, Map<Node, Symbol> listed) {
    List<Listing> listings = new ArrayList<>();
    for (Node function : functions) {
      List<Node> nodes = SourceTree.find(function.getSecondChild(), listed::containsKey);
      listings.add(new Listing(nodes.stream().map(listed::get).toList(), nodes));
    }
    return listings;
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
