package io.github.teapeer.bundler.source;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;

/** Where values are used as conditions, and which values are one. */
public final class Conditions {
  private Conditions() {}

  /** Whether of a value nothing matters but whether it is true or false in JavaScript's sense. */
  public static boolean isCondition(Node value) {
    Node parent = value.getParent();
    return switch (parent.getToken()) {
      case NOT -> true;
      case IF, WHILE, HOOK -> parent.getFirstChild() == value;
      case AND, OR -> isCondition(parent) || (parent.getFirstChild() == value && isUnused(parent));
      case FOR -> parent.isVanillaFor() && parent.getSecondChild() == value;
      default -> false;
    };
  }

  /** Whether nobody asks for the value of an expression. */
  public static boolean isUnused(Node value) {
    Node parent = value.getParent();
    return parent.isExprResult()
        || (parent.isVanillaFor() && parent.getChildAtIndex(2) == value)
        || (parent.isComma() && (parent.getFirstChild() == value || isUnused(parent)));
  }

  /** Whether a value is {@code true} or {@code false}, and nothing like it. */
  public static boolean isBoolean(Node value) {
    return switch (value.getToken()) {
      case NOT, EQ, NE, SHEQ, SHNE, LT, LE, GT, GE, IN, INSTANCEOF, TRUE, FALSE -> true;
      case AND, OR -> isBoolean(value.getFirstChild()) && isBoolean(value.getLastChild());
      default -> false;
    };
  }

  /** Whether a node stands where it is set. */
  public static boolean isTarget(Node node) {
    return NodeUtil.isLValue(node);
  }
}
