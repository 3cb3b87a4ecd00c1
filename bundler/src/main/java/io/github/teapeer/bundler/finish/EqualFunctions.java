package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps one of the functions that do the same. */
public final class EqualFunctions {
  private final Compiler compiler;

  /**
   * A pass.
   *
   * @param compiler what writes functions down
   */
  public EqualFunctions(Compiler compiler) {
    this.compiler = compiler;
  }

  /**
   * Merges functions that a block declares.
   *
   * @param block the body of a function whose names are all short, and all different
   */
  public void merge(Node block) {
    Set<String> ownIdentity =
        SourceTree.find(block, EqualFunctions::isMoreThanCalled).stream()
            .map(Node::getString)
            .collect(Collectors.toSet());
    Map<String, String> kept = new HashMap<>();
    Map<String, String> merged = new HashMap<>();
    for (Node child = block.getFirstChild(); child != null; ) {
      Node following = child.getNext();
      if (child.isFunction() && !ownIdentity.contains(child.getFirstChild().getString())) {
        String name = child.getFirstChild().getString();
        String code =
            compiler.toSource(child.getSecondChild()) + compiler.toSource(child.getLastChild());
        String other = kept.putIfAbsent(code, name);
        if (other != null) {
          merged.put(name, other);
          child.detach();
        }
      }
      child = following;
    }
    for (Node name :
        SourceTree.find(block, node -> node.isName() && merged.containsKey(node.getString()))) {
      name.setString(merged.get(name.getString()));
    }
  }

  /** Whether a name stands for a constructor, or for something with properties. */
  private static boolean isMoreThanCalled(Node name) {
    Node parent = name.getParent();
    return name.isName()
        && (parent.isNew() || parent.isGetProp() || parent.isGetElem())
        && parent.getFirstChild() == name;
  }
}
