package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which variable each name of a script stands for. */
final class Scopes {
  private final List<Variable> variables = new ArrayList<>();
  private final Map<Node, Set<String>> foreign = new HashMap<>();
  private final Set<String> globals = new HashSet<>();
  private final Map<Node, Set<Variable>> captured = new HashMap<>();
  private final Deque<Map<String, Variable>> known = new ArrayDeque<>();
  private final Deque<Node> functions = new ArrayDeque<>();

  /**
   * Looks at the functions at or below a node.
   *
   * @param root a tree
   */
  Scopes(Node root) {
    visit(root);
  }

  /** The variables of the functions. */
  List<Variable> variables() {
    return variables;
  }

  /** Whether a function, or one within it, uses a name for what is declared outside of it. */
  boolean isForeign(String name, Node function) {
    return foreign.getOrDefault(function, Set.of()).contains(name);
  }

  /** What no function declares. */
  Set<String> globals() {
    return globals;
  }

  /** The variables of other functions that a function, or one within it, uses. */
  Set<Variable> captured(Node function) {
    return captured.getOrDefault(function, Set.of());
  }

  private void visit(Node node) {
    if (node.isFunction()) {
      visitFunction(node);
    } else if (isScope(node)) {
      known.push(new HashMap<>());
      declareBlock(node);
      visitChildren(node);
      known.pop();
    } else {
      if (node.isName()) {
        use(node);
      }
      visitChildren(node);
    }
  }

  private void visitChildren(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      visit(child);
    }
  }

  private void visitFunction(Node function) {
    functions.push(function);
    known.push(new HashMap<>());
    for (Node name : SourceTree.find(function.getSecondChild(), Node::isName)) {
      variable(name.getString(), function).declareOtherwise();
    }
    declareVars(function.getLastChild(), function);
    if (function.getLastChild().isBlock()) {
      declareBlock(function.getLastChild());
      visit(function.getSecondChild());
      visitChildren(function.getLastChild());
    } else {
      visit(function.getSecondChild());
      visit(function.getLastChild());
    }
    known.pop();
    functions.pop();
  }

  private static boolean isScope(Node node) {
    return node.isBlock() || node.isSwitch() || NodeUtil.isLoopStructure(node) || node.isCatch();
  }

  /** Declares what {@code var} declares anywhere in a function. */
  private void declareVars(Node node, Node function) {
    if (node.isVar()) {
      for (Node name = node.getFirstChild(); name != null; name = name.getNext()) {
        declare(name, variablesOf(name), function);
      }
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (!child.isFunction()) {
        declareVars(child, function);
      }
    }
  }

  /** Declares what is known in a block, or in the head of a loop. */
  private void declareBlock(Node scope) {
    if (functions.isEmpty()) {
      return;
    }
    if (scope.isCatch()) {
      for (Node name : SourceTree.find(scope.getFirstChild(), Node::isName)) {
        variable(name.getString(), scope).declareOtherwise();
      }
    }
    for (Node child = scope.getFirstChild(); child != null; child = child.getNext()) {
      if (child.isLet() || child.isConst()) {
        for (Node name = child.getFirstChild(); name != null; name = name.getNext()) {
          declare(name, variablesOf(name), scope);
        }
      } else if (child.isFunction() || child.isClass()) {
        variable(child.getFirstChild().getString(), scope).declareOtherwise();
      }
    }
  }

  private static List<Node> variablesOf(Node declared) {
    return declared.isName() ? List.of(declared) : SourceTree.find(declared, Node::isName);
  }

  private void declare(Node declared, List<Node> names, Node scope) {
    for (Node name : names) {
      Variable variable = variable(name.getString(), scope);
      if (declared.isName()) {
        variable.declare(name);
      } else {
        variable.declareOtherwise();
      }
    }
  }

  private Variable variable(String name, Node scope) {
    return known
        .getFirst()
        .computeIfAbsent(
            name,
            key -> {
              Variable variable = new Variable(name, functions.getFirst(), scope, isInLoop(scope));
              variables.add(variable);
              return variable;
            });
  }

  private boolean isInLoop(Node scope) {
    for (Node up = scope; up != functions.getFirst(); up = up.getParent()) {
      if (NodeUtil.isLoopStructure(up)) {
        return true;
      }
    }
    return false;
  }

  private void use(Node name) {
    Variable variable =
        known.stream()
            .map(scope -> scope.get(name.getString()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (variable == null) {
      globals.add(name.getString());
    } else if (!functions.isEmpty()) {
      variable.use(name, functions.getFirst());
    }
    for (Node function : functions) {
      if (variable != null && variable.function() == function) {
        break;
      }
      foreign.computeIfAbsent(function, key -> new HashSet<>()).add(name.getString());
      if (variable != null) {
        captured.computeIfAbsent(function, key -> new LinkedHashSet<>()).add(variable);
      }
    }
  }
}
