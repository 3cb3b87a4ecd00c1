package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.List;

/** A variable of a script: where it is declared, and where it is used. */
final class Variable {
  private final String name;
  private final Node function;
  private final Node scope;
  private final boolean isRepeated;
  private final List<Node> declarations = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private boolean isDeclaredOtherwise;
  private boolean isCaptured;

  /**
   * A variable without declarations.
   *
   * @param name its name
   * @param function the function that it belongs to
   * @param scope the node within which it is known
   * @param isRepeated whether a loop of the function makes it anew each time
   */
  Variable(String name, Node function, Node scope, boolean isRepeated) {
    this.name = name;
    this.function = function;
    this.scope = scope;
    this.isRepeated = isRepeated;
  }

  String name() {
    return name;
  }

  Node function() {
    return function;
  }

  /** Whether it is known in the whole of its function, and not in a block of it alone. */
  boolean isOfWholeFunction() {
    return scope == function || scope == function.getLastChild();
  }

  /** Whether another variable would be known where this one is, if this one were not. */
  boolean isHiding(Variable other) {
    Node up = scope;
    while (up != function && up != other.scope) {
      up = up.getParent();
    }
    return other != this && up == other.scope;
  }

  /** The names in the {@code let}, {@code const} and {@code var} that declare it. */
  List<Node> declarations() {
    return declarations;
  }

  void declare(Node name) {
    declarations.add(name);
  }

  /** Makes it one that no statement declares: a parameter, a function, a class, an exception. */
  void declareOtherwise() {
    isDeclaredOtherwise = true;
  }

  boolean isDeclaredOtherwise() {
    return isDeclaredOtherwise;
  }

  void use(Node node, Node user) {
    nodes.add(node);
    isCaptured |= user != function;
  }

  /** All nodes with its name. */
  List<Node> nodes() {
    return nodes;
  }

  /** Whether a function within its own uses it. */
  boolean isCaptured() {
    return isCaptured;
  }

  boolean isRepeated() {
    return isRepeated;
  }
}
