package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;

/**
 * Takes away labels that TeaVM writes, and a person would not.
 *
 * <pre>
 *   a: { try { f(); break a; } catch (e) { x = e; } g(x); }
 *   try { f(); } catch (e) { x = e; g(x); }
 * </pre>
 */
final class LabelledBreaks {
  private final Node script;

  LabelledBreaks(Node script) {
    this.script = script;
  }

  void apply() {
    // The inner ones first: what is left of them may be the end of an outer one.
    for (Node label : Declarations.reversed(SourceTree.find(script, Node::isLabel))) {
      if (label.getLastChild().isBlock()) {
        leaveAtEnd(label.getLastChild(), label.getFirstChild().getString());
        removeUnused(label);
      }
    }
  }

  /** Leaves out each {@code break} after which nothing stands that it would jump over. */
  private static void leaveAtEnd(Node statement, String label) {
    if (isBreak(statement, label)) {
      statement.detach();
    } else if (statement.isBlock()) {
      moveIntoCatch(statement, label);
      for (Node child : Declarations.children(statement)) {
        if (child.getNext() != null && child.isIf() && isLeft(child, label)) {
          moveIntoOther(child);
          break;
        }
      }
      if (statement.hasChildren()) {
        leaveAtEnd(statement.getLastChild(), label);
      }
    } else if (statement.isIf()) {
      leaveAtEnd(statement.getSecondChild(), label);
      if (statement.getChildCount() == 3) {
        leaveAtEnd(statement.getLastChild(), label);
      }
    } else if (statement.isLabel() && statement.getLastChild().isBlock()) {
      leaveAtEnd(statement.getLastChild(), label);
    } else if (NodeUtil.isLoopStructure(statement)) {
      SourceTree.find(statement, node -> isBreak(node, label) && loop(node) == statement)
          .forEach(Node::removeChildren);
    } else if (isTryAndCatch(statement)) {
      leaveAtEnd(statement.getFirstChild(), label);
      leaveAtEnd(catchBlock(statement), label);
    }
  }

  /** Moves what follows a {@code try} that is left with {@code break} to where it is got to. */
  private static void moveIntoCatch(Node block, String label) {
    for (Node statement : Declarations.children(block)) {
      if (isTryAndCatch(statement)
          && statement.getFirstChild().hasChildren()
          && isBreak(statement.getFirstChild().getLastChild(), label)) {
        while (statement.getNext() != null) {
          catchBlock(statement).addChildToBack(statement.getNext().detach());
        }
        return;
      }
    }
  }

  /** The loop or {@code switch} that a jump without a label would leave, or null. */
  private static Node loop(Node jump) {
    Node up = jump.getParent();
    while (up != null && !up.isFunction() && !NodeUtil.isLoopStructure(up) && !up.isSwitch()) {
      up = up.getParent();
    }
    return up;
  }

  /** Whether the first branch never comes to its end, and may jump to where the block's end is. */
  private static boolean isLeft(Node statement, String label) {
    return statement.hasTwoChildren()
        && leaves(statement.getSecondChild())
        && !SourceTree.find(statement.getSecondChild(), node -> isBreak(node, label)).isEmpty();
  }

  /** Whether what follows a block is never reached from its end. */
  static boolean leaves(Node block) {
    Node last = block.getLastChild();
    return last != null
        && (last.isBreak()
            || last.isReturn()
            || last.isThrow()
            || last.isContinue()
            || (last.isIf()
                && last.getChildCount() == 3
                && leaves(last.getSecondChild())
                && leaves(last.getLastChild())));
  }

  /** Moves what follows a condition into its {@code else}. */
  private static void moveIntoOther(Node statement) {
    Node otherwise = IR.block().srcref(statement);
    while (statement.getNext() != null) {
      otherwise.addChildToBack(statement.getNext().detach());
    }
    if (isJumpOnly(statement)) {
      Node condition = statement.getFirstChild().detach();
      statement.addChildToFront(
          condition.isNot() ? condition.removeFirstChild() : IR.not(condition).srcref(condition));
      statement.getSecondChild().replaceWith(otherwise);
    } else {
      statement.addChildToBack(otherwise);
    }
  }

  private static boolean isJumpOnly(Node statement) {
    return statement.getSecondChild().hasOneChild()
        && statement.getSecondChild().getFirstChild().isBreak();
  }

  private static boolean isBreak(Node statement, String label) {
    return statement.isBreak()
        && statement.hasChildren()
        && statement.getFirstChild().getString().equals(label);
  }

  private static boolean isTryAndCatch(Node statement) {
    return statement.isTry()
        && statement.getChildCount() == 2
        && statement.getLastChild().hasChildren();
  }

  private static Node catchBlock(Node statement) {
    return statement.getLastChild().getFirstChild().getLastChild();
  }

  private static void removeUnused(Node label) {
    String name = label.getFirstChild().getString();
    if (SourceTree.find(label.getLastChild(), node -> isBreak(node, name)).isEmpty()) {
      Node block = label.getLastChild();
      while (block.hasChildren()) {
        block.getFirstChild().detach().insertBefore(label);
      }
      label.detach();
    }
  }
}
