package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * Takes the parent for a class that adds nothing to it, and that nothing asks for.
 *
 * <pre>
 *   class A extends Error {} class B extends A {} throw new B();
 *   throw new Error();
 * </pre>
 */
public final class EmptyClasses {
  private EmptyClasses() {}

  /**
   * Merges the classes that a block declares.
   *
   * @param block the body of a function whose names all differ
   */
  public static void merge(Node block) {
    for (Node child = block.getFirstChild(); child != null; ) {
      Node following = child.getNext();
      if (child.isClass() && !child.getLastChild().hasChildren()) {
        merge(block, child);
      }
      child = following;
    }
  }

  private static void merge(Node block, Node type) {
    Node name = type.getFirstChild();
    Node parent = type.getSecondChild();
    List<Node> uses =
        SourceTree.find(block, node -> node != name && node.matchesName(name.getString()));
    if (parent.isName() && uses.stream().allMatch(EmptyClasses::isExtendedOrCreated)) {
      uses.forEach(use -> use.setString(parent.getString()));
      type.detach();
    }
  }

  private static boolean isExtendedOrCreated(Node use) {
    Node parent = use.getParent();
    return (parent.isClass() && parent.getSecondChild() == use)
        || (parent.isNew() && parent.getFirstChild() == use);
  }
}
