package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.Purity;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes properties of an object literal of what is set at once after it.
 *
 * <pre>
 *   let a = {}; a.type = "data"; d = e.f; a.label = b.c;
 *   let a = { type: "data", label: b.c }; d = e.f;
 * </pre>
 */
public final class ObjectProperties {
  private ObjectProperties() {}

  /**
   * Changes what is at or below a node.
   *
   * @param compiler the compiler that is told what has changed
   * @param root a tree
   */
  public static void collect(AbstractCompiler compiler, Node root) {
    for (Node literal : SourceTree.find(root, Node::isObjectLit)) {
      Node parent = literal.getParent();
      if (parent.isName() && parent.getParent().hasOneChild()) {
        collect(compiler, literal, parent.getString(), parent.getParent());
      } else if (parent.isAssign()
          && parent.getFirstChild().isName()
          && parent.getParent().isExprResult()) {
        collect(compiler, literal, parent.getFirstChild().getString(), parent.getParent());
      }
    }
  }

  private static void collect(
      AbstractCompiler compiler, Node literal, String variable, Node statement) {
    Set<String> skipped = new HashSet<>();
    for (Node next = statement.getNext(), after; next != null; next = after) {
      after = next.getNext();
      if (!sets(next, variable, literal, skipped)) {
        if (!isRead(next, variable)) {
          return;
        }
        skipped.add(next.getFirstFirstChild().getString());
        continue;
      }
      compiler.reportChangeToEnclosingScope(next);
      Node assignment = next.getFirstChild();
      literal.addChildToBack(
          IR.stringKey(assignment.getFirstChild().getString(), assignment.getLastChild().detach())
              .srcref(assignment));
      next.detach();
    }
  }

  /** Whether a statement only sets another variable, to what depends on nothing that is set. */
  private static boolean isRead(Node statement, String variable) {
    return statement.isExprResult()
        && statement.getFirstChild().isAssign()
        && statement.getFirstFirstChild().isName()
        && Purity.isPure(statement.getFirstChild().getLastChild())
        && SourceTree.find(statement, node -> node.matchesName(variable)).isEmpty();
  }

  private static boolean sets(Node statement, String variable, Node literal, Set<String> skipped) {
    if (!statement.isExprResult() || !statement.getFirstChild().isAssign()) {
      return false;
    }
    Node target = statement.getFirstFirstChild();
    if (!target.isGetProp() || !target.getFirstChild().matchesName(variable)) {
      return false;
    }
    Node value = target.getNext();
    List<Node> uses =
        SourceTree.find(
            value,
            node ->
                node.matchesName(variable)
                    || (node.isName() && skipped.contains(node.getString())));
    return uses.isEmpty()
        && (skipped.isEmpty() || Purity.isPure(value))
        && !target.getString().equals("__proto__")
        && isNew(target, literal);
  }

  private static boolean isNew(Node target, Node literal) {
    for (Node key = literal.getFirstChild(); key != null; key = key.getNext()) {
      if (!key.isStringKey() || key.getString().equals(target.getString())) {
        return false;
      }
    }
    return true;
  }
}
