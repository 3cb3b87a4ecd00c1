package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.Collections;
import java.util.List;

/**
 * Makes one statement of blocks whose variables are gone.
 *
 * <pre>
 *   if (a) { b = c; d(b); }
 *   if (a) b = c, d(b);
 * </pre>
 */
public final class Bodies {
  private Bodies() {}

  /**
   * Changes what is at or below a node.
   *
   * @param root a tree that nothing will optimise any more
   */
  public static void join(Node root) {
    List<Node> blocks = SourceTree.find(root, node -> node.isBlock() && isBody(node.getParent()));
    Collections.reverse(blocks);
    blocks.forEach(Bodies::joinBlock);
  }

  private static boolean isBody(Node parent) {
    return parent.isIf() || NodeUtil.isLoopStructure(parent);
  }

  private static void joinBlock(Node block) {
    if (block.hasZeroOrOneChild() || hasOther(block)) {
      return;
    }
    Node joined = block.removeFirstChild();
    while (block.hasChildren()) {
      Node before = joined.removeFirstChild();
      Node next = block.removeFirstChild().removeFirstChild();
      joined.addChildToBack(IR.comma(before, next).srcref(next));
    }
    block.addChildToBack(joined);
  }

  private static boolean hasOther(Node block) {
    for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
      if (!child.isExprResult()) {
        return true;
      }
    }
    return false;
  }
}
