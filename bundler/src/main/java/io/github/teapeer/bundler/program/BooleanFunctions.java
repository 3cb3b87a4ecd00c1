package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.Conditions;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which functions of a program return nothing but booleans, or 0 and 1, which count as such. */
final class BooleanFunctions {
  private final Set<String> names = new HashSet<>();

  BooleanFunctions(Declarations declarations) {
    names.addAll(
        declarations.names().stream()
            .filter(name -> declarations.find(name).orElseThrow().isFunction())
            .toList());
    List<String> others = new ArrayList<>();
    do {
      others.clear();
      for (String name : names) {
        if (!returnsBooleans(declarations.function(name))) {
          others.add(name);
        }
      }
    } while (names.removeAll(others));
  }

  private boolean returnsBooleans(Node function) {
    Node body = function.getLastChild();
    if (!body.isBlock()) {
      return isBoolean(body);
    }
    List<Node> returns =
        SourceTree.find(body, Node::isReturn).stream()
            .filter(statement -> functionOf(statement) == function)
            .toList();
    return !returns.isEmpty()
        && returns.stream()
            .allMatch(statement -> statement.hasChildren() && isBoolean(statement.getFirstChild()));
  }

  private static Node functionOf(Node statement) {
    Node up = statement;
    while (!up.isFunction()) {
      up = up.getParent();
    }
    return up;
  }

  /** Whether a value is a boolean, or 0 or 1. */
  boolean isBoolean(Node value) {
    return switch (value.getToken()) {
      case NUMBER -> value.getDouble() == 0 || value.getDouble() == 1;
      case AND, OR -> isBoolean(value.getFirstChild()) && isBoolean(value.getLastChild());
      case HOOK -> isBoolean(value.getSecondChild()) && isBoolean(value.getLastChild());
      case CALL ->
          (value.getFirstChild().isName() && names.contains(value.getFirstChild().getString()))
              || value.getFirstChild().matchesQualifiedName("Array.isArray");
      default -> Conditions.isBoolean(value);
    };
  }
}
