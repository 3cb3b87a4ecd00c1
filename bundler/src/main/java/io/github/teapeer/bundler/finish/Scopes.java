package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
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
    boolean isDeclared = NodeUtil.isFunctionDeclaration(function);
    if (isDeclared) {
      use(function.getFirstChild());
    }
    functions.push(function);
    known.push(new HashMap<>());
    if (!isDeclared && !function.getFirstChild().getString().isEmpty()) {
      // Around what the function declares itself, which may have the same name.
      variable(function.getFirstChild().getString(), function).declareOtherwise();
      use(function.getFirstChild());
      known.push(new HashMap<>());
      visitInside(function);
      known.pop();
    } else {
      visitInside(function);
    }
    known.pop();
    functions.pop();
  }

  private void visitInside(Node function) {
    Node body = function.getLastChild();
    NodeUtil.visitLhsNodesInNode(
        function.getSecondChild(), name -> variable(name.getString(), function).declareOtherwise());
    visit(function.getSecondChild());
    // Default values do not know what the body declares.
    known.push(new HashMap<>());
    declareVars(body, function);
    if (body.isBlock()) {
      declareBlock(body);
      visitChildren(body);
    } else {
      visit(body);
    }
    known.pop();
  }

  private static boolean isScope(Node node) {
    return (node.isBlock() && !isCase(node.getParent()))
        || node.isSwitch()
        || NodeUtil.isLoopStructure(node)
        || node.isCatch()
        || node.isClass();
  }

  private static boolean isCase(Node node) {
    return node.isCase() || node.isDefaultCase();
  }

  /** Declares what {@code var} declares anywhere in a function. */
  private void declareVars(Node node, Node function) {
    if (node.isVar()) {
      declare(node, function);
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
      NodeUtil.visitLhsNodesInNode(
          scope, name -> variable(name.getString(), scope).declareOtherwise());
    } else if (scope.isClass()) {
      if (!NodeUtil.isClassDeclaration(scope) && scope.getFirstChild().isName()) {
        variable(scope.getFirstChild().getString(), scope).declareOtherwise();
      }
    } else {
      declareStatements(scope, scope);
    }
  }

  private void declareStatements(Node parent, Node scope) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (child.isLet() || child.isConst()) {
        declare(child, scope);
      } else if (NodeUtil.isFunctionDeclaration(child) || NodeUtil.isClassDeclaration(child)) {
        variable(child.getFirstChild().getString(), scope).declareOtherwise();
      } else if (isCase(child)) {
        declareStatements(child.getLastChild(), scope);
      }
    }
  }

  /** Declares the names of a statement, of which those in a pattern stay where they are. */
  private void declare(Node statement, Node scope) {
    NodeUtil.visitLhsNodesInNode(
        statement,
        name -> {
          Variable variable = variable(name.getString(), scope);
          if (name.getParent() == statement) {
            variable.declare(name);
          } else {
            variable.declareOtherwise();
          }
        });
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
