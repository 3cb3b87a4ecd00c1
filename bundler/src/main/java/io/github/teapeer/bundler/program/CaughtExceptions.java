package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * Leaves a caught exception in the variable that {@code catch} declares.
 *
 * <pre>
 *   let x; try { f(); } catch (e) { x = e; g(x); }
 *   try { f(); } catch (e) { g(e); }
 * </pre>
 */
final class CaughtExceptions {
  private final Node script;

  CaughtExceptions(Node script) {
    this.script = script;
  }

  void apply() {
    for (Node handler : SourceTree.find(script, Node::isCatch)) {
      if (handler.getFirstChild().isName()) {
        String name = handler.getFirstChild().getString();
        boolean mayHaveMore = true;
        while (mayHaveMore) {
          mayHaveMore = simplify(name, handler.getLastChild());
        }
      }
    }
  }

  private static boolean simplify(String exception, Node block) {
    List<Node> copies =
        SourceTree.find(
            block, node -> isStatement(node) && isCopy(node.getFirstChild(), exception));
    if (copies.size() != 1) {
      return false;
    }
    Node copy = copies.get(0);
    String name = (copy.isExprResult() ? copy.getFirstChild() : copy).getFirstChild().getString();
    Node function = block;
    while (!function.isFunction()) {
      function = function.getParent();
    }
    List<Node> uses = uses(function, name);
    List<Node> usesInside = uses(block, name);
    if (uses.size() != usesInside.size()
        || usesInside.stream().filter(NodeUtil::isLValue).count() != 1) {
      return false;
    }
    usesInside.forEach(use -> use.setString(exception));
    copy.detach();
    SourceTree.find(function, node -> node.matchesName(name)).forEach(CaughtExceptions::undeclare);
    return true;
  }

  private static boolean isStatement(Node node) {
    return node.isExprResult() || ((node.isLet() || node.isVar()) && node.hasOneChild());
  }

  /** {@code x = e}, as an assignment or in a declaration. */
  private static boolean isCopy(Node node, String exception) {
    return node.isName()
        ? node.hasChildren() && node.getFirstChild().matchesName(exception)
        : node.isAssign()
            && node.getFirstChild().isName()
            && node.getLastChild().matchesName(exception);
  }

  /** Where a variable is used, other than where it is declared without a value. */
  private static List<Node> uses(Node root, String name) {
    return SourceTree.find(
        root, node -> node.matchesName(name) && (!node.getParent().isLet() || node.hasChildren()));
  }

  private static void undeclare(Node name) {
    Node declaration = name.getParent();
    name.detach();
    if (!declaration.hasChildren()) {
      declaration.detach();
    }
  }
}
