package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a program declares at its top level: functions, and variables with a value of their own. */
final class Declarations {
  private final Map<String, Node> values = new LinkedHashMap<>();

  Declarations(Node script) {
    for (Node statement : children(script)) {
      if (statement.isFunction()) {
        values.put(statement.getFirstChild().getString(), statement);
      } else if (statement.isLet() || statement.isConst() || statement.isVar()) {
        for (Node name : children(statement)) {
          if (name.hasChildren()) {
            values.put(name.getString(), name.getFirstChild());
          }
        }
      }
    }
  }

  /** The names, in their order. */
  List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** The value that a name is declared with, a function or an expression. */
  Optional<Node> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The function that a name is declared as. */
  Node function(String name) {
    return find(name)
        .filter(Node::isFunction)
        .orElseThrow(() -> new BuildFailure("TeaVM's program declares no function " + name));
  }

  /** Takes a declaration out of the program. */
  void remove(String name) {
    Node value = values.remove(name);
    if (value == null) {
      throw new BuildFailure("TeaVM's program does not declare " + name);
    }
    if (value.getParent().isName()) {
      Node declaration = value.getGrandparent();
      value.getParent().detach();
      if (!declaration.hasChildren()) {
        declaration.detach();
      }
    } else {
      value.detach();
    }
  }

  /** The children of a node, which may be detached while they are walked over. */
  static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  /** The same nodes in the opposite order. */
  static List<Node> reversed(List<Node> nodes) {
    List<Node> reversed = new ArrayList<>(nodes);
    Collections.reverse(reversed);
    return reversed;
  }
}
