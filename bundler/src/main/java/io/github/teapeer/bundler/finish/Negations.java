package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says the opposite of a condition without {@code !}.
 *
 * <pre>
 *   !(a != 1 || b &lt; 2)
 *   a == 1 &amp;&amp; b &gt;= 2
 * </pre>
 */
public final class Negations {
  private Negations() {}

  /**
   * Changes what is at or below a node.
   *
   * @param root a tree
   * @param isOfProgram tells of a node whether its comparisons are of numbers that are none of NaN
   */
  public static void push(Node root, Predicate<Node> isOfProgram) {
    List<Node> negations = new ArrayList<>(SourceTree.find(root, Node::isNot));
    Collections.reverse(negations);
    for (Node not : negations) {
      Node condition = not.getFirstChild();
      if (isOfProgram.test(condition)
          && (condition.isAnd() || condition.isOr() || opposite(condition) != null)
          && (isCondition(not) || isBoolean(condition))
          && cost(condition) <= 0) {
        condition.detach();
        not.replaceWith(of(condition));
      }
    }
  }

  /** The opposite of a condition that stands nowhere. */
  static Node of(Node condition) {
    Token opposite = opposite(condition);
    if (opposite != null) {
      condition.setToken(opposite);
      return condition;
    }
    if (condition.isNot()) {
      return condition.removeFirstChild();
    }
    if ((condition.isAnd() || condition.isOr()) && cost(condition) <= 0) {
      Node left = of(condition.removeFirstChild());
      Node right = of(condition.removeFirstChild());
      return (condition.isAnd() ? IR.or(left, right) : IR.and(left, right)).srcref(condition);
    }
    return IR.not(condition).srcref(condition);
  }

  private static Token opposite(Node condition) {
    return switch (condition.getToken()) {
      case EQ -> Token.NE;
      case NE -> Token.EQ;
      case SHEQ -> Token.SHNE;
      case SHNE -> Token.SHEQ;
      case LT -> Token.GE;
      case GE -> Token.LT;
      case GT -> Token.LE;
      case LE -> Token.GT;
      default -> null;
    };
  }

  /** How many {@code !} more there would be. */
  private static int cost(Node condition) {
    if (opposite(condition) != null) {
      return 0;
    }
    if (condition.isAnd() || condition.isOr()) {
      return cost(condition.getFirstChild()) + cost(condition.getLastChild());
    }
    return condition.isNot() ? -1 : 1;
  }

  /** Whether a condition, and its opposite, are true or false and nothing like it. */
  private static boolean isBoolean(Node condition) {
    return opposite(condition) != null
        || ((condition.isAnd() || condition.isOr())
            && isBoolean(condition.getFirstChild())
            && isBoolean(condition.getLastChild()))
        || (condition.isNot() && isBoolean(condition.getFirstChild()));
  }

  private static boolean isCondition(Node value) {
    Node parent = value.getParent();
    return switch (parent.getToken()) {
      case NOT -> true;
      case HOOK, IF -> parent.getFirstChild() == value;
      case FOR -> parent.getSecondChild() == value;
      case AND, OR -> isCondition(parent) || (parent.getFirstChild() == value && isUnused(parent));
      default -> false;
    };
  }

  private static boolean isUnused(Node value) {
    Node parent = value.getParent();
    return parent.isExprResult()
        || (parent.isComma() && (parent.getFirstChild() == value || isUnused(parent)));
  }
}
