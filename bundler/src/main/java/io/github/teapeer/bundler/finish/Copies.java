package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.Conditions;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * Leaves out what sets a variable to itself, as it may be once variables share a name.
 *
 * <pre>
 *   a = b; c(), b = b; return d = d;
 *   a = b; c(); return d;
 * </pre>
 */
public final class Copies {
  private Copies() {}

  /** Changes what is at or below a node. */
  public static void remove(Node root) {
    List<Node> copies = SourceTree.find(root, Copies::isCopy);
    for (Node copy : copies) {
      Node parent = copy.getParent();
      if (!Conditions.isUnused(copy)) {
        copy.replaceWith(copy.getLastChild().detach());
      } else if (parent.isComma()) {
        copy.detach();
        parent.replaceWith(parent.removeFirstChild());
      } else if (parent.isExprResult() && parent.getParent().isBlock()) {
        parent.detach();
      }
    }
  }

  private static boolean isCopy(Node node) {
    return node.isAssign()
        && node.getFirstChild().isName()
        && node.getLastChild().matchesName(node.getFirstChild().getString());
  }
}
