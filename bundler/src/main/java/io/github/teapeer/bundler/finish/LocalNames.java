package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.layout.Listing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Calls the variables of every function as those of others are called, from the first letter on:
 * also those of a function within another, as far as it does not need the other's.
 *
 * <pre>
 *   function f(a, b) { g(c => h(c), d => i(a, d)); }
 *   function f(a, b) { g(a => h(a), b => i(a, b)); }
 * </pre>
 */
public final class LocalNames {
  private LocalNames() {}

  /**
   * Renames the variables of the functions at or below a node.
   *
   * @param root a tree that nothing will optimise any more
   */
  public static void repeat(Node root) {
    Scopes scopes = new Scopes(root);
    Map<Node, Map<String, List<Variable>>> functions = new LinkedHashMap<>();
    for (Variable variable : scopes.variables()) {
      functions
          .computeIfAbsent(variable.function(), key -> new LinkedHashMap<>())
          .computeIfAbsent(variable.name(), key -> new ArrayList<>())
          .add(variable);
    }
    List<String> all =
        Stream.concat(
                Listing.LETTERS.chars().mapToObj(Character::toString),
                IntStream.range(0, scopes.variables().size()).mapToObj(number -> "a" + number))
            .filter(name -> !scopes.globals().contains(name))
            .toList();
    // Outer functions come first: their variables have their new names when the inner ones ask.
    functions.forEach(
        (function, variables) -> {
          Set<String> taken = new HashSet<>();
          scopes.captured(function).forEach(variable -> taken.add(current(variable)));
          variables.values().forEach(namesakes -> rename(namesakes, all, taken));
        });
  }

  private static void rename(List<Variable> namesakes, List<String> all, Set<String> taken) {
    String free = all.stream().filter(name -> !taken.contains(name)).findFirst().orElseThrow();
    taken.add(free);
    namesakes.forEach(variable -> variable.nodes().forEach(node -> node.setString(free)));
  }

  private static String current(Variable variable) {
    return variable.nodes().get(0).getString();
  }
}
