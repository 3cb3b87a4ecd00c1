package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.program.ReachingDefinitions.Definition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives every value of a function a variable of its own, declared where it is assigned.
 *
 * <p>TeaVM declares variables at the top, and uses one again for another value once the first is
 * not needed any more. Split again, most variables are assigned once, which is what the passes here
 * and Closure's can inline. Definitions that reach the same use stay one variable.
 */
final class LiveRanges {
  /** What becomes one variable. */
  private static final class Range {
    private final List<Node> assigned = new ArrayList<>();
    private final List<Node> used = new ArrayList<>();
    private boolean first;
  }

  private final Node function;
  private final ReachingDefinitions analysis;
  private final int[] root;

  private LiveRanges(Node function, ReachingDefinitions analysis) {
    this.function = function;
    this.analysis = analysis;
    root = new int[analysis.definitions().size()];
  }

  /** Splits the variables of a function, not of those inside it. */
  static void split(Node function) {
    ReachingDefinitions.of(function)
        .ifPresent(analysis -> new LiveRanges(function, analysis).rename());
  }

  private void rename() {
    Map<String, Integer> counts = new HashMap<>();
    Node declaration = new Node(Token.LET).srcref(function);
    ranges()
        .forEach(
            (index, range) -> {
              String variable = analysis.definitions().get(index).variable();
              if (range.first || analysis.isKept(variable)) {
                return;
              }
              String name = variable + "$" + counts.merge(variable, 1, Integer::sum);
              range.assigned.forEach(node -> node.setString(name));
              range.used.forEach(node -> node.setString(name));
              if (!isDeclared(range) && !declareWhereAssigned(range)) {
                declaration.addChildToBack(IR.name(name).srcref(range.assigned.get(0)));
              }
            });
    if (declaration.hasChildren()) {
      function.getLastChild().addChildToFront(declaration);
    }
  }

  /** The ranges by the first definition that belongs to each. */
  private Map<Integer, Range> ranges() {
    for (int i = 0; i < root.length; i++) {
      root[i] = i;
    }
    analysis
        .uses()
        .forEach(
            (use, reaching) -> {
              int first = reaching.nextSetBit(0);
              int own = analysis.definedBy(use);
              if (own >= 0 && first >= 0) {
                unite(own, first);
              }
              for (int i = first; i >= 0; i = reaching.nextSetBit(i + 1)) {
                unite(first, i);
              }
            });
    Map<Integer, Range> ranges = new TreeMap<>();
    List<Definition> definitions = analysis.definitions();
    for (int i = 0; i < root.length; i++) {
      Range range = ranges.computeIfAbsent(rootOf(i), index -> new Range());
      if (i < analysis.variables()) {
        range.first = true;
      } else {
        range.assigned.add(definitions.get(i).name());
      }
    }
    for (Map.Entry<Node, BitSet> use : analysis.uses().entrySet()) {
      int first = use.getValue().nextSetBit(0);
      if (first >= 0) {
        ranges.get(rootOf(first)).used.add(use.getKey());
      }
    }
    return ranges;
  }

  private static boolean isDeclared(Range range) {
    return range.assigned.stream()
        .map(Node::getParent)
        .anyMatch(parent -> parent.isLet() || parent.isVar());
  }

  /** Makes a declaration of the one assignment, if every use is in the same block. */
  private static boolean declareWhereAssigned(Range range) {
    if (range.assigned.size() != 1) {
      return false;
    }
    Node assignment = range.assigned.get(0).getParent();
    Node statement = assignment.getParent();
    if (!assignment.isAssign() || !statement.isExprResult() || !statement.getParent().isBlock()) {
      return false;
    }
    Node block = statement.getParent();
    if (!range.used.stream().allMatch(use -> isInside(use, block))) {
      return false;
    }
    Node name = assignment.getFirstChild().detach();
    name.addChildToBack(assignment.getLastChild().detach());
    statement.replaceWith(new Node(Token.LET, name).srcref(statement));
    return true;
  }

  private static boolean isInside(Node node, Node block) {
    Node up = node;
    while (up != null && up != block) {
      up = up.getParent();
    }
    return up != null;
  }

  /** The lower root wins: a range that contains a variable's first value keeps its name. */
  private void unite(int left, int right) {
    int first = rootOf(left);
    int second = rootOf(right);
    root[Math.max(first, second)] = Math.min(first, second);
  }

  private int rootOf(int index) {
    int top = index;
    while (root[top] != top) {
      top = root[top];
    }
    return top;
  }
}
