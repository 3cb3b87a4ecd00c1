package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;

/** Where values are used as conditions, and which values are one. */
final class Conditions {
  private Conditions() {}

  /** Whether of a value nothing matters but whether it is true or false in JavaScript's sense. */
  static boolean isCondition(Node value) {
    Node parent = value.getParent();
    return switch (parent.getToken()) {
      case NOT -> true;
      case IF, WHILE, HOOK -> parent.getFirstChild() == value;
      case AND, OR -> isCondition(parent);
      default -> false;
    };
  }

  /** Whether a value is {@code true} or {@code false}, and nothing like it. */
  static boolean isBoolean(Node value) {
    return switch (value.getToken()) {
      case NOT, EQ, NE, SHEQ, SHNE, LT, LE, GT, GE, IN, INSTANCEOF, TRUE, FALSE -> true;
      case AND, OR -> isBoolean(value.getFirstChild()) && isBoolean(value.getLastChild());
      default -> false;
    };
  }

  /** Whether a node stands where it is set. */
  static boolean isTarget(Node node) {
    return NodeUtil.isLValue(node);
  }
}
