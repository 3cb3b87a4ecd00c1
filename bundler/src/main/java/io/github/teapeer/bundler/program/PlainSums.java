package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;

/**
 * Leaves out {@code | 0} where a small number is added to an int or subtracted from it. It makes a
 * difference only beyond 2³¹, where no counter and no offset of the client comes.
 */
final class PlainSums {
  private static final int SMALL = 1 << 16;

  private final Node script;

  PlainSums(Node script) {
    this.script = script;
  }

  void apply() {
    for (Node node : SourceTree.find(script, PlainSums::isTruncatedSum)) {
      node.replaceWith(node.getFirstChild().detach());
    }
  }

  private static boolean isTruncatedSum(Node node) {
    if (node.getToken() != Token.BITOR || !Program.isZero(node.getLastChild())) {
      return false;
    }
    Node sum = node.getFirstChild();
    return (sum.isAdd() || sum.isSub()) && isSmall(sum.getLastChild());
  }

  private static boolean isSmall(Node node) {
    return node.isNumber() && Math.abs(node.getDouble()) < SMALL;
  }
}
