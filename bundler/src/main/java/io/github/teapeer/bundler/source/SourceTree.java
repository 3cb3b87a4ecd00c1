package io.github.teapeer.bundler.source;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Walks over Closure's syntax trees. */
public final class SourceTree {
  private SourceTree() {}

  /** Calls {@code visitor} for {@code node} and everything below it, parents first. */
  public static void visit(Node node, Consumer<Node> visitor) {
    visitor.accept(node);
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      visit(child, visitor);
    }
  }

  /** Everything at or below {@code node} that satisfies {@code condition}, parents first. */
  public static List<Node> find(Node node, Predicate<Node> condition) {
    List<Node> found = new ArrayList<>();
    visit(
        node,
        candidate -> {
          if (condition.test(candidate)) {
            found.add(candidate);
          }
        });
    return found;
  }

  /** The children of a node, which may be detached while they are walked over. */
  public static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  /** Whether {@code node} is {@code tree}, or below it. */
  public static boolean isIn(Node node, Node tree) {
    Node up = node;
    while (up != null && up != tree) {
      up = up.getParent();
    }
    return up != null;
  }

  /** Whether a loop of its function does what a node does again and again. */
  public static boolean isRepeated(Node node) {
    for (Node up = node; !up.isFunction() && !up.isScript(); up = up.getParent()) {
      if (NodeUtil.isLoopStructure(up)) {
        return true;
      }
    }
    return false;
  }
}
