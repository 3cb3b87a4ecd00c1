package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.Purity;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * Puts numbers in the place of fields that never are anything else, and leaves out what nobody
 * reads then.
 *
 * <pre>
 *   x = { $limits: { $depth: 512 } }; if (n &gt; x.$limits.$depth) …
 *   x = {}; if (n &gt; 512) …
 * </pre>
 */
public final class ConstantFields {
  private final AbstractCompiler compiler;
  private final FieldUses fields;

  private ConstantFields(AbstractCompiler compiler, Node root) {
    this.compiler = compiler;
    fields = new FieldUses(root);
  }

  /**
   * Changes what is at or below a node.
   *
   * @param compiler the compiler that is told what has changed
   * @param root a tree in which objects of the program are literals
   */
  public static void inline(AbstractCompiler compiler, Node root) {
    ConstantFields constants = new ConstantFields(compiler, root);
    constants.fields.names().stream()
        .filter(constants::isConstant)
        .toList()
        .forEach(constants::inline);
    new ConstantFields(compiler, root).removeUnread();
  }

  private boolean isConstant(String name) {
    List<Node> set = fields.keys(name);
    Node first = set.get(0);
    return first.isStringKey()
        && first.getFirstChild().isNumber()
        && set.stream()
            .allMatch(
                key ->
                    key.isStringKey() && key.getFirstChild().isEquivalentTo(first.getFirstChild()))
        && fields.accesses(name).stream()
            .noneMatch(access -> NodeUtil.isLValue(access) || !isPath(access))
        && set.size() == literalsOfClass(first).size();
  }

  /** The literals that have a field of the same class as a key. */
  private List<Node> literalsOfClass(Node key) {
    return SourceTree.find(key.getParent(), FieldUses::isField).stream()
        .filter(sibling -> sibling.getParent() == key.getParent())
        .flatMap(sibling -> fields.keys(sibling.getString()).stream())
        .map(Node::getParent)
        .distinct()
        .toList();
  }

  private static boolean isPath(Node node) {
    return node.isName() || node.isThis() || (node.isGetProp() && isPath(node.getFirstChild()));
  }

  private void inline(String name) {
    Node value = fields.keys(name).get(0).getFirstChild();
    for (Node access : fields.accesses(name)) {
      compiler.reportChangeToEnclosingScope(access);
      access.replaceWith(value.cloneTree().srcref(access));
    }
  }

  private void removeUnread() {
    for (String name : fields.names()) {
      if (fields.accesses(name).isEmpty()) {
        fields.keys(name).stream().filter(ConstantFields::isIdle).forEach(this::remove);
      }
    }
  }

  private static boolean isIdle(Node key) {
    return key.isStringKey() && Purity.isPure(key.getFirstChild());
  }

  private void remove(Node key) {
    compiler.reportChangeToEnclosingScope(key);
    key.detach();
  }
}
