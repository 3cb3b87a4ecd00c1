package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.flow.LiveRange;
import io.github.teapeer.bundler.flow.ReachingDefinitions;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every value of a function a variable of its own, declared where it is assigned.
 *
 * <p>TeaVM declares variables at the top, and uses one again for another value once the first is
 * not needed any more. Split again, most variables are assigned once, which is what the passes here
 * and Closure's can inline. Definitions that reach the same use stay one variable.
 */
final class LiveRanges {
  private final Node function;
  private final Map<String, List<Node>> variables = new LinkedHashMap<>();
  private final Set<String> kept = new HashSet<>();

  private LiveRanges(Node function) {
    this.function = function;
  }

  /** Splits the variables of a function, not of those inside it. */
  static void split(Node function) {
    LiveRanges ranges = new LiveRanges(function);
    if (ranges.findVariables()) {
      ReachingDefinitions.ranges(function, List.copyOf(ranges.variables.values()))
          .ifPresent(ranges::rename);
    }
  }

  /** Finds the variables of the function itself, if it has only such as have a name each. */
  private boolean findVariables() {
    Node body = function.getLastChild();
    List<Node> declared = new ArrayList<>(SourceTree.children(function.getSecondChild()));
    SourceTree.children(body).stream()
        .filter(statement -> statement.isLet() || statement.isVar())
        .forEach(statement -> declared.addAll(SourceTree.children(statement)));
    if (!declared.stream().allMatch(Node::isName)) {
      return false;
    }
    for (Node name : declared) {
      if (variables.put(name.getString(), new ArrayList<>()) != null) {
        kept.add(name.getString());
      }
    }
    walk(body, false);
    variables.keySet().removeAll(kept);
    for (Node name : SourceTree.find(function, Node::isName)) {
      variables.getOrDefault(name.getString(), new ArrayList<>()).add(name);
    }
    return true;
  }

  /** A variable of the same name further in, or one that a function inside sees, is left alone. */
  private void walk(Node node, boolean inside) {
    if (node.isName() && inside) {
      kept.add(node.getString());
    }
    boolean declares = node.isLet() || node.isConst() || node.isVar() || node.isCatch();
    if (declares && node.getParent() != function.getLastChild()) {
      SourceTree.children(node).stream()
          .filter(Node::isName)
          .forEach(name -> kept.add(name.getString()));
    }
    for (Node child : SourceTree.children(node)) {
      walk(child, inside || node.isFunction());
    }
  }

  private void rename(List<LiveRange> ranges) {
    List<String> names = List.copyOf(variables.keySet());
    Map<String, Integer> counts = new HashMap<>();
    Node declaration = new Node(Token.LET).srcref(function);
    for (LiveRange range : ranges) {
      if (range.isFromStart()) {
        continue;
      }
      String variable = names.get(range.variable());
      String name = variable + "$" + counts.merge(variable, 1, Integer::sum);
      range.assigned().forEach(node -> node.setString(name));
      range.used().forEach(node -> node.setString(name));
      if (!isDeclared(range) && !declareWhereAssigned(range)) {
        declaration.addChildToBack(IR.name(name).srcref(range.assigned().get(0)));
      }
    }
    if (declaration.hasChildren()) {
      function.getLastChild().addChildToFront(declaration);
    }
  }

  private static boolean isDeclared(LiveRange range) {
    return range.assigned().stream()
        .map(Node::getParent)
        .anyMatch(parent -> parent.isLet() || parent.isVar());
  }

  /** Makes a declaration of the one assignment, if every use is in the same block. */
  private static boolean declareWhereAssigned(LiveRange range) {
    if (range.assigned().size() != 1) {
      return false;
    }
    Node assignment = range.assigned().get(0).getParent();
    Node statement = assignment.getParent();
    if (!assignment.isAssign() || !statement.isExprResult() || !statement.getParent().isBlock()) {
      return false;
    }
    Node block = statement.getParent();
    if (!range.used().stream().allMatch(use -> isInside(use, block))) {
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
}
