package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;
import java.util.function.Predicate;

/** Questions about nodes of TeaVM's program. */
final class Program {
  private Program() {}

  static boolean isCallOf(Node node, String function) {
    return node.isCall() && node.getFirstChild().matchesName(function);
  }

  static boolean isZero(Node node) {
    return node.isNumber() && node.getDouble() == 0;
  }

  /** The one node that satisfies a condition. */
  static Node one(Node root, Predicate<Node> condition) {
    List<Node> found = SourceTree.find(root, condition);
    if (found.size() != 1) {
      throw new BuildFailure(
          "TeaVM's program has " + found.size() + " places like one that it used to have once");
    }
    return found.get(0);
  }

  /** Whether a node mentions a variable. */
  static boolean mentions(Node node, String variable) {
    return !SourceTree.find(node, inner -> inner.matchesName(variable)).isEmpty();
  }
}
