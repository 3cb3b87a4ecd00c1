package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.flow.Interference;
import io.github.teapeer.bundler.flow.LiveRange;
import io.github.teapeer.bundler.flow.ReachingDefinitions;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a function's parameters, where it begins with some that no caller passes: any of
 * them will do for a value that is not needed at the same time as another.
 *
 * @param ranges the values
 * @param variables what each of them is in
 * @param interference which of them are needed at the same time
 */
record Webs(List<LiveRange> ranges, List<Variable> variables, Interference interference) {

  /**
   * Finds the values.
   *
   * @param function a function
   * @param candidates variables that may get another name
   * @param added parameters that no caller passes, of any function
   * @return none where a value has to be in the parameter in which it is
   */
  static Webs of(Node function, List<Variable> candidates, Set<Node> added) {
    List<LiveRange> ranges = new ArrayList<>();
    List<Variable> variables = new ArrayList<>();
    if (SourceTree.children(function.getSecondChild()).stream().anyMatch(added::contains)) {
      all(function, candidates)
          .forEach(
              (variable, values) -> {
                List<LiveRange> needed = needed(variable, values, added);
                ranges.addAll(needed);
                variables.addAll(Collections.nCopies(needed.size(), variable));
              });
    }
    return new Webs(ranges, variables, Interference.of(function, ranges));
  }

  /** The values of each of a function's parameters that no function within it uses. */
  static Map<Variable, List<LiveRange>> all(Node function, List<Variable> candidates) {
    List<Variable> own =
        candidates.stream()
            .filter(variable -> variable.function() == function && !variable.isCaptured())
            .filter(
                variable ->
                    variable.nodes().stream().anyMatch(node -> node.getParent().isParamList()))
            .toList();
    Map<Variable, List<LiveRange>> values = new LinkedHashMap<>();
    ReachingDefinitions.ranges(function, own.stream().map(Variable::nodes).toList())
        .orElse(List.of())
        .forEach(
            range ->
                values
                    .computeIfAbsent(own.get(range.variable()), key -> new ArrayList<>())
                    .add(range));
    return values;
  }

  /** The values without what a parameter is before it is set, or none where that is used. */
  private static List<LiveRange> needed(
      Variable variable, List<LiveRange> values, Set<Node> added) {
    List<LiveRange> needed = new ArrayList<>();
    Set<Node> nodes = new HashSet<>();
    for (LiveRange value : values) {
      Set<Node> own = nodes(variable, value);
      nodes.addAll(own);
      if (own.stream().noneMatch(added::contains)) {
        needed.add(value);
      } else if (own.size() > 1) {
        return List.of();
      }
    }
    // What is never reached is in no range.
    return nodes.containsAll(variable.nodes()) ? needed : List.of();
  }

  boolean contains(Variable variable) {
    return variables.contains(variable);
  }

  /** Whether two ranges must be in two parameters. */
  boolean areApart(int one, int other) {
    return (ranges.get(one).isFromStart() && ranges.get(other).isFromStart())
        || interference.between(one, other);
  }

  /** The names of a value of a variable, with the parameter if it is what is passed. */
  static Set<Node> nodes(Variable variable, LiveRange value) {
    Set<Node> nodes = new HashSet<>(value.assigned());
    nodes.addAll(value.used());
    if (value.isFromStart()) {
      variable.nodes().stream().filter(node -> node.getParent().isParamList()).forEach(nodes::add);
    }
    return nodes;
  }
}
