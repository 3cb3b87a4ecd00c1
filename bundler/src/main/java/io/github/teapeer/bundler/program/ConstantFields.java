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
  private final Map<String, List<Node>> keys = new HashMap<>();
  private final Map<String, List<Node>> accesses = new HashMap<>();

  private ConstantFields(AbstractCompiler compiler, Node root) {
    this.compiler = compiler;
    for (Node node : SourceTree.find(root, ConstantFields::isField)) {
      (node.isGetProp() ? accesses : keys)
          .computeIfAbsent(node.getString(), name -> new ArrayList<>())
          .add(node);
    }
  }

  /**
   * Changes what is at or below a node.
   *
   * @param compiler the compiler that is told what has changed
   * @param root a tree in which objects of the program are literals
   */
  public static void inline(AbstractCompiler compiler, Node root) {
    ConstantFields fields = new ConstantFields(compiler, root);
    fields.keys.keySet().stream().filter(fields::isConstant).toList().forEach(fields::inline);
    new ConstantFields(compiler, root).removeUnread();
  }

  /** A member of the program's, whose names nobody else has. */
  static boolean isField(Node node) {
    return (node.isGetProp() || node.isStringKey() || node.isMemberFunctionDef())
        && node.getString().startsWith("$");
  }

  private boolean isConstant(String name) {
    List<Node> set = keys.get(name);
    Node first = set.get(0);
    return first.isStringKey()
        && first.getFirstChild().isNumber()
        && set.stream()
            .allMatch(
                key ->
                    key.isStringKey() && key.getFirstChild().isEquivalentTo(first.getFirstChild()))
        && accesses.getOrDefault(name, List.of()).stream()
            .noneMatch(access -> NodeUtil.isLValue(access) || !isPath(access))
        && set.size() == literalsOfClass(first).size();
  }

  /** The literals that have a field of the same class as a key. */
  private List<Node> literalsOfClass(Node key) {
    return SourceTree.find(key.getParent(), ConstantFields::isField).stream()
        .filter(sibling -> sibling.getParent() == key.getParent())
        .flatMap(sibling -> keys.get(sibling.getString()).stream())
        .map(Node::getParent)
        .distinct()
        .toList();
  }

  private static boolean isPath(Node node) {
    return node.isName() || node.isThis() || (node.isGetProp() && isPath(node.getFirstChild()));
  }

  private void inline(String name) {
    Node value = keys.get(name).get(0).getFirstChild();
    for (Node access : accesses.getOrDefault(name, List.of())) {
      compiler.reportChangeToEnclosingScope(access);
      access.replaceWith(value.cloneTree().srcref(access));
    }
  }

  private void removeUnread() {
    keys.forEach(
        (name, set) -> {
          if (!accesses.containsKey(name)) {
            set.stream().filter(key -> isIdle(key)).forEach(this::remove);
          }
        });
  }

  private static boolean isIdle(Node key) {
    return key.isStringKey()
        && (key.getFirstChild().isNumber()
            || key.getFirstChild().isNull()
            || isPath(key.getFirstChild()));
  }

  private void remove(Node key) {
    compiler.reportChangeToEnclosingScope(key);
    key.detach();
  }
}
