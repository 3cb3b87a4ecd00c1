package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Has functions know a value by the variable in which it is, instead of a variable for each of
 * them.
 *
 * <pre>
 *   let a = this; let b = c; f(() =&gt; a.g(b));
 *   f(() =&gt; this.g(c));
 * </pre>
 *
 * <p>Neither variable may ever have another value.
 */
public final class Captures {
  private final AbstractCompiler compiler;
  private final Map<String, List<Node>> uses = new HashMap<>();

  private Captures(AbstractCompiler compiler, Node root) {
    this.compiler = compiler;
    for (Node name : SourceTree.find(root, Node::isName)) {
      uses.computeIfAbsent(name.getString(), key -> new ArrayList<>()).add(name);
    }
  }

  /**
   * Changes what is at or below a node.
   *
   * @param compiler the compiler that is told what has changed
   * @param root a tree in which no two variables have the same name
   */
  public static void join(AbstractCompiler compiler, Node root) {
    Captures captures = new Captures(compiler, root);
    for (Node declaration : SourceTree.find(root, NodeUtil::isNameDeclaration)) {
      if (declaration.hasOneChild() && declaration.getFirstChild().isName()) {
        captures.join(declaration);
      }
    }
  }

  private void join(Node declaration) {
    Node name = declaration.getFirstChild();
    Node value = name.getFirstChild();
    List<Node> named = uses.get(name.getString());
    if (value == null
        || named.stream().filter(NodeUtil::isLValue).count() != 1
        || named.stream().allMatch(use -> functionOf(use) == functionOf(declaration))
        || !(value.isThis() ? isSameThis(declaration, named) : isKnown(value, named))) {
      return;
    }
    for (Node use : named) {
      if (use != name) {
        compiler.reportChangeToEnclosingScope(use);
        Node other = value.cloneNode();
        use.replaceWith(other);
        if (other.isName()) {
          uses.get(other.getString()).add(other);
        }
      }
    }
    compiler.reportChangeToEnclosingScope(declaration);
    uses.remove(name.getString());
    if (value.isName()) {
      uses.get(value.getString()).remove(value);
    }
    declaration.detach();
  }

  private static Node functionOf(Node node) {
    return NodeUtil.getEnclosingFunction(node);
  }

  private static boolean isSameThis(Node declaration, List<Node> uses) {
    Node method = methodOf(declaration);
    return uses.stream().allMatch(use -> methodOf(use) == method);
  }

  /** The function around a node that has a {@code this} of its own. */
  private static Node methodOf(Node node) {
    Node function = functionOf(node);
    while (function != null && function.isArrowFunction()) {
      function = functionOf(function.getParent());
    }
    return function;
  }

  /** Whether a value is that of a variable which is the same wherever these nodes are. */
  private boolean isKnown(Node value, List<Node> nodes) {
    if (!value.isName() || !uses.containsKey(value.getString())) {
      return false;
    }
    List<Node> bindings = uses.get(value.getString()).stream().filter(NodeUtil::isLValue).toList();
    if (bindings.size() != 1) {
      return false;
    }
    Node binding = bindings.get(0);
    Node scope = binding.getGrandparent();
    boolean isParameter = binding.getParent().isParamList();
    boolean isInitialised =
        NodeUtil.isNameDeclaration(binding.getParent()) && binding.hasChildren();
    return (isParameter || (isInitialised && !SourceTree.isRepeated(binding)))
        && nodes.stream().allMatch(node -> SourceTree.isIn(node, scope));
  }
}
