package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.flow.LiveRange;
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
 * them. What is only in a parameter that no caller passes may be in any of them, see {@link Webs}.
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
    return new Search(root, parameters).run();
  }

  /** A function, and what is known in it. */
  private static final class Place {
    private final Node function;
    private final String name;

    /** The names of what does not move. */
    private final Set<String> taken = new HashSet<>();

    private final Webs webs;
    private final List<Symbol> listed = new ArrayList<>();
    private final List<Symbol> passed = new ArrayList<>();

    private Place(Node function, String name, Webs webs) {
      this.function = function;
      this.name = name;
      this.webs = webs;
    }

    /** Where a range is alone with what is known in the whole function. */
    private String of(int range) {
      return name + "#" + range;
    }

    /** Where a range may not be what all the others are that are needed at the same time. */
    private Set<String> all(int range) {
      Set<String> places = new HashSet<>(Set.of(of(range)));
      for (int other = 0; other < webs.ranges().size(); other++) {
        if (other != range && webs.areApart(range, other)) {
          places.add(of(Math.min(range, other)) + "#" + Math.max(range, other));
        }
      }
      return places;
    }
  }

  private static final class Search {
    private final Set<Node> parameters;
    private final Scopes scopes;
    private final List<Variable> variables;
    private final Set<Node> moving = new HashSet<>();
    private final Map<Node, Place> places = new LinkedHashMap<>();
    private final List<Symbol> symbols = new ArrayList<>();

    /** The variables of each function, in the order in which it mentions them. */
    private final Map<Variable, String> keys = new HashMap<>();

    private Search(Node root, Set<Node> parameters) {
      this.parameters = parameters;
      scopes = new Scopes(root);
      variables = movable();
      variables.forEach(variable -> moving.addAll(variable.nodes()));
      Map<String, Integer> seen = new HashMap<>();
      for (Node function : SourceTree.find(root, Node::isFunction)) {
        String name = name(function, root);
        Place place =
            new Place(
                function,
                name + "/" + seen.merge(name, 1, Integer::sum),
                Webs.of(function, variables, parameters));
        places.put(function, place);
        SourceTree.find(
                function,
                node -> node.isName() && !node.getString().isEmpty() && !moving.contains(node))
            .forEach(node -> place.taken.add(node.getString()));
      }
      giveKeys(root);
    }

    /** A variable is known by its place among those of its function, whatever it is called. */
    private void giveKeys(Node root) {
      Map<Node, Integer> positions = new HashMap<>();
      SourceTree.visit(root, node -> positions.put(node, positions.size()));
      Map<Variable, Integer> first = new HashMap<>();
      for (Variable variable : variables) {
        variable.nodes().stream()
            .filter(node -> !parameters.contains(node))
            .mapToInt(positions::get)
            .min()
            .ifPresent(position -> first.put(variable, position));
      }
      Map<Node, Integer> counts = new HashMap<>();
      first.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .forEach(
              variable ->
                  keys.put(
                      variable,
                      places.get(variable.function()).name
                          + "/"
                          + counts.merge(variable.function(), 1, Integer::sum)));
    }

    private Locals run() {
      for (Variable variable : variables) {
        Place place = places.get(variable.function());
        if (place.webs.contains(variable)) {
          addRanges(variable, place);
        } else {
          addWhole(variable, place);
        }
      }
      return new Locals(symbols, places.values().stream().map(this::listing).toList());
    }

    private void addWhole(Variable variable, Place own) {
      List<Node> uses = new ArrayList<>(variable.nodes());
      uses.removeAll(parameters);
      Set<String> known = new HashSet<>();
      Set<String> foreign = new HashSet<>();
      for (Place place : places.values()) {
        if (place == own || scopes.captured(place.function).contains(variable)) {
          known.add(place.name);
          foreign.addAll(place.taken);
          for (int range = 0; range < place.webs.ranges().size(); range++) {
            known.add(place.of(range));
          }
        }
      }
      Symbol symbol = add(keys.get(variable), known, foreign, uses);
      if (uses.size() < variable.nodes().size()) {
        own.listed.add(symbol);
      }
    }

    private void addRanges(Variable variable, Place place) {
      int count = 0;
      for (int i = 0; i < place.webs.ranges().size(); i++) {
        LiveRange range = place.webs.ranges().get(i);
        if (place.webs.variables().get(i) == variable) {
          Symbol symbol =
              add(
                  keys.get(variable) + (count == 0 ? "" : "~" + count),
                  place.all(i),
                  place.taken,
                  List.copyOf(Webs.nodes(variable, range)));
          (range.isFromStart() ? place.passed : place.listed).add(symbol);
          count++;
        }
      }
    }

    private Symbol add(String key, Set<String> known, Set<String> taken, List<Node> nodes) {
      Symbol symbol = new Symbol(key, Symbol.Kind.LOCAL, known, taken, "", nodes);
      symbols.add(symbol);
      return symbol;
    }

    /** The variables that are used, and have no namesake in their function. */
    private List<Variable> movable() {
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

    private Listing listing(Place place) {
      List<Node> nodes =
          SourceTree.find(
              place.function.getSecondChild(),
              node -> parameters.contains(node) && moving.contains(node));
      return new Listing(nodes.isEmpty() ? List.of() : place.listed, place.passed, nodes);
    }

    /** What a function, or the one around it, is known as. */
    private static String name(Node function, Node root) {
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
}
