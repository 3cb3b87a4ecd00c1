package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * Says in the head of a loop when it ends, and how it goes on.
 *
 * <pre>
 *   for (;;) { a = b.c; if (d &gt;= a.length) break; f(a[d]); ++d; }
 *   for (; a = b.c, d &lt; a.length; ++d) { f(a[d]); }
 * </pre>
 */
public final class LoopHeads {
  private LoopHeads() {}

  /**
   * Changes what is at or below a node.
   *
   * @param root a tree in which numbers are compared with numbers
   */
  public static void complete(Node root) {
    List<Node> loops =
        SourceTree.find(
            root, node -> node.isVanillaFor() && node.getSecondChild().isEmpty() && isOpen(node));
    for (Node loop : loops) {
      Node body = loop.getLastChild();
      Node first = body.getFirstChild();
      Node test = first.isIf() ? first : first.getNext();
      Node condition = Negations.of(test.removeFirstChild());
      test.detach();
      if (test != first) {
        first.detach();
        condition = IR.comma(first.removeFirstChild(), condition).srcref(condition);
      }
      loop.getSecondChild().replaceWith(condition);
    }
    for (Node loop : SourceTree.find(root, LoopHeads::hasStep)) {
      Node step = loop.getLastChild().getLastChild().detach();
      loop.getChildAtIndex(2).replaceWith(step.removeFirstChild());
    }
  }

  /** Whether every round of a loop comes to its last statement, which counts. */
  private static boolean hasStep(Node loop) {
    if (!loop.isVanillaFor() || !loop.getChildAtIndex(2).isEmpty()) {
      return false;
    }
    Node last = loop.getLastChild().getLastChild();
    return last != null
        && last.getPrevious() != null
        && last.isExprResult()
        && (last.getFirstChild().isInc() || last.getFirstChild().isDec())
        && SourceTree.find(loop.getLastChild(), Node::isContinue).isEmpty();
  }

  private static boolean isOpen(Node loop) {
    Node body = loop.getLastChild();
    Node first = body.isBlock() ? body.getFirstChild() : null;
    if (first != null && first.isExprResult() && first.getFirstChild().isAssign()) {
      first = first.getNext();
    }
    return first != null && first.isIf() && first.hasTwoChildren() && isBreak(first.getLastChild());
  }

  private static boolean isBreak(Node statement) {
    Node only =
        statement.isBlock() && statement.hasOneChild() ? statement.getFirstChild() : statement;
    return only.isBreak() && !only.hasChildren();
  }
}
