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
 * Calls by its first name what a script has another name for.
 *
 * <pre>
 *   function f() {} var a = f; a();
 *   function f() {} f();
 * </pre>
 */
public final class Aliases {
  private Aliases() {}

  /**
   * Changes what is at or below a node.
   *
   * @param compiler the compiler that is told what has changed
   * @param script a script in which no two variables have the same name
   */
  public static void remove(AbstractCompiler compiler, Node script) {
    Map<String, List<Node>> uses = new HashMap<>();
    for (Node name : SourceTree.find(script, Node::isName)) {
      uses.computeIfAbsent(name.getString(), key -> new ArrayList<>()).add(name);
    }
    for (Node declaration : Declarations.children(script)) {
      if (NodeUtil.isNameDeclaration(declaration) && declaration.hasOneChild()) {
        Node alias = declaration.getFirstChild();
        Node name = alias.getFirstChild();
        if (alias.isName()
            && name != null
            && name.isName()
            && isConstant(uses.get(alias.getString()))
            && isConstant(uses.get(name.getString()))) {
          compiler.reportChangeToEnclosingScope(declaration);
          uses.get(alias.getString()).remove(alias);
          for (Node use : uses.remove(alias.getString())) {
            compiler.reportChangeToEnclosingScope(use);
            use.setString(name.getString());
            uses.get(name.getString()).add(use);
          }
          declaration.detach();
        }
      }
    }
  }

  /** Whether a variable has one value, which its declaration in the script gives it. */
  private static boolean isConstant(List<Node> uses) {
    List<Node> set = uses.stream().filter(NodeUtil::isLValue).toList();
    return set.size() == 1
        && set.get(0).getGrandparent().isScript()
        && (!NodeUtil.isNameDeclaration(set.get(0).getParent()) || set.get(0).hasChildren());
  }
}
