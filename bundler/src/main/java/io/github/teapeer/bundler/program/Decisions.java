package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashSet;
import java.util.Set;

/**
 * Says as one condition what TeaVM says with jumps: Java's {@code &&} and {@code ||} of more than
 * two operands, and methods that it has put into others.
 *
 * <pre>
 *   b: { if (c) { if (d) break b; if (e) break b; } x = 0; break a; } x = 1;
 *   b: { if (c &amp;&amp; (d || e)) break b; x = 0; break a; } x = 1;
 * </pre>
 */
final class Decisions {
  private Decisions() {}

  /**
   * Changes what is at or below a node.
   *
   * @param root a tree in which every variable has a name of its own
   */
  static void join(Node root) {
    for (Node statement : Declarations.reversed(SourceTree.find(root, Decisions::mayDecide))) {
      decide(statement);
    }
    for (Node statement : SourceTree.find(root, Decisions::isJumpOnCondition)) {
      mergeWithFollowing(statement);
    }
  }

  private static boolean mayDecide(Node node) {
    return (node.isIf() || (node.isLabel() && node.getLastChild().isBlock()))
        && node.getParent().isBlock();
  }

  private static void decide(Node statement) {
    Set<String> targets = new HashSet<>();
    if (isJumpOnCondition(statement) || !findTargets(statement, targets)) {
      return;
    }
    SourceTree.find(statement, Node::isLabel)
        .forEach(label -> targets.remove(label.getFirstChild().getString()));
    if (targets.size() != 1) {
      return;
    }
    String target = targets.iterator().next();
    Node condition = new Decision(target).of(statement.cloneTree(), Set.of());
    if (condition != null) {
      Node jump = new Node(Token.BREAK, IR.labelName(target)).srcrefTree(statement);
      statement.replaceWith(
          IR.ifNode(condition, IR.block(jump).srcref(statement)).srcref(statement));
    }
  }

  /** Finds the labels that are jumped to; fails where anything else happens. */
  private static boolean findTargets(Node node, Set<String> targets) {
    if (node.isBreak()) {
      if (node.hasChildren()) {
        targets.add(node.getFirstChild().getString());
      }
      return node.hasChildren();
    }
    if (node.isIf()) {
      return findTargets(node.getSecondChild(), targets)
          && (node.getChildCount() < 3 || findTargets(node.getLastChild(), targets));
    }
    if (node.isLabel()) {
      return findTargets(node.getLastChild(), targets);
    }
    if (node.isBlock()) {
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        if (!findTargets(child, targets)) {
          return false;
        }
      }
      return true;
    }
    return false;
  }

  /** {@code if (c) break a;}. */
  static boolean isJumpOnCondition(Node node) {
    return node.isIf()
        && node.hasTwoChildren()
        && node.getLastChild().hasOneChild()
        && node.getLastChild().getFirstChild().isBreak()
        && node.getLastChild().getFirstChild().hasChildren();
  }

  private static String target(Node jump) {
    return jump.getLastChild().getFirstFirstChild().getString();
  }

  private static void mergeWithFollowing(Node statement) {
    Node next = statement.getNext();
    while (next != null && isJumpOnCondition(next) && target(next).equals(target(statement))) {
      Node right = next.removeFirstChild();
      next.detach();
      Node left = statement.getFirstChild();
      Node both = IR.or(IR.nullNode(), right).srcref(left);
      left.replaceWith(both);
      both.getFirstChild().replaceWith(left);
      next = statement.getNext();
    }
  }

  /** Whether one place is jumped to, as an expression. */
  private record Decision(String target) {
    /** The condition, or null when it is no expression; {@code ends} are where to go on. */
    private Node of(Node first, Set<String> ends) {
      if (first == null) {
        return IR.falseNode();
      }
      Node rest = first.getNext();
      if (first.isBreak()) {
        String to = first.getFirstChild().getString();
        return to.equals(target) ? IR.trueNode() : ends.contains(to) ? IR.falseNode() : null;
      }
      if (first.isBlock()) {
        return rest == null ? of(first.getFirstChild(), ends) : null;
      }
      if (first.isLabel()) {
        Set<String> inner = new HashSet<>(rest == null ? ends : Set.of());
        inner.add(first.getFirstChild().getString());
        Node condition = of(first.getLastChild().getFirstChild(), inner);
        return rest == null ? condition : or(condition, of(rest, ends));
      }
      Node otherwise = first.getChildCount() == 3 ? first.getLastChild() : null;
      boolean thenLeaves = LabelledBreaks.leaves(first.getSecondChild());
      boolean otherwiseLeaves = otherwise != null && LabelledBreaks.leaves(otherwise);
      Node condition = first.getFirstChild();
      if (rest == null || (thenLeaves && otherwiseLeaves)) {
        return choose(
            condition,
            of(first.getSecondChild(), ends),
            otherwise == null ? IR.falseNode() : of(otherwise, ends));
      }
      if (thenLeaves && otherwise == null) {
        return choose(condition, of(first.getSecondChild(), ends), of(rest, ends));
      }
      return or(
          choose(
              condition,
              of(first.getSecondChild(), Set.of()),
              otherwise == null ? IR.falseNode() : of(otherwise, Set.of())),
          of(rest, ends));
    }

    private static Node or(Node left, Node right) {
      if (left == null || right == null) {
        return null;
      }
      return left.isFalse() ? right : right.isFalse() ? left : IR.or(left, right).srcref(left);
    }

    private static Node choose(Node condition, Node then, Node otherwise) {
      if (then == null || otherwise == null) {
        return null;
      }
      if (then.isFalse() && otherwise.isFalse()) {
        return null;
      }
      condition.detach();
      if (then.isTrue()) {
        return otherwise.isFalse() ? condition : or(condition, otherwise);
      }
      if (then.isFalse()) {
        Node not = not(condition);
        return otherwise.isTrue() ? not : IR.and(not, otherwise).srcref(condition);
      }
      if (otherwise.isFalse()) {
        return IR.and(condition, then).srcref(condition);
      }
      if (otherwise.isTrue()) {
        return or(not(condition), then);
      }
      return IR.hook(condition, then, otherwise).srcref(condition);
    }

    private static Node not(Node condition) {
      return condition.isNot() ? condition.removeFirstChild() : IR.not(condition).srcref(condition);
    }
  }
}
