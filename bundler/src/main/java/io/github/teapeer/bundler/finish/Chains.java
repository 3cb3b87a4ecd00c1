package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Sets to the same at once what is set to the same one after the other.
 *
 * <pre>
 *   a.b = null; a.c = null; a.d = 0; a.e = 0;
 *   a.b = a.c = null; a.d = a.e = 0;
 * </pre>
 */
public final class Chains {
  private Chains() {}

  /**
   * Changes what is at or below a node.
   *
   * @param root a tree that nothing will optimise any more
   */
  public static void link(Node root) {
    // From the last one on: what follows may be a chain already.
    List<Node> statements = new ArrayList<>(SourceTree.find(root, Node::isExprResult));
    Collections.reverse(statements);
    for (Node statement : statements) {
      Node next = statement.getNext();
      Node assignment = statement.getFirstChild();
      if (next != null
          && next.isExprResult()
          && isOfConstant(assignment)
          && isOfConstant(next.getFirstChild())
          && assignment.getLastChild().isEquivalentTo(value(next.getFirstChild()))
          && !isSeen(assignment.getFirstChild(), next.getFirstChild())) {
        assignment.getLastChild().replaceWith(next.removeFirstChild());
        next.detach();
      }
    }
  }

  /** {@code a.b = null}, or any other member and number. */
  private static boolean isOfConstant(Node node) {
    return node.isAssign()
        && isPath(node.getFirstChild())
        && (node.getLastChild().isNull()
            || node.getLastChild().isNumber()
            || isOfConstant(node.getLastChild()));
  }

  private static Node value(Node assignment) {
    return assignment.getLastChild().isAssign()
        ? value(assignment.getLastChild())
        : assignment.getLastChild();
  }

  /** Whether what is set first is read where the second is found. */
  private static boolean isSeen(Node first, Node second) {
    return !SourceTree.find(
            second, node -> node != second.getFirstChild() && node.isEquivalentTo(first))
        .isEmpty();
  }

  private static boolean isPath(Node node) {
    return node.isName() || node.isThis() || (node.isGetProp() && isPath(node.getFirstChild()));
  }
}
