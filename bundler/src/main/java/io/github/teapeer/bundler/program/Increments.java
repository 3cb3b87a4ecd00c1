package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;

/**
 * Counts fields as JavaScript does.
 *
 * <pre>
 *   let a = b.c; b.c = a + 1;    let d = b.c + 1; b.c = d;
 *   let a = b.c++;               let d = ++b.c;
 * </pre>
 */
public final class Increments {
  private Increments() {}

  /**
   * Changes what is at or below a node.
   *
   * @param compiler the compiler that is told what has changed
   * @param root a tree in which no two variables have the same name
   */
  public static void use(AbstractCompiler compiler, Node root) {
    for (Node declaration : SourceTree.find(root, NodeUtil::isNameDeclaration)) {
      Node next = declaration.getNext();
      if (declaration.hasOneChild()
          && declaration.getFirstChild().isName()
          && declaration.getFirstChild().hasChildren()
          && next != null
          && next.isExprResult()
          && next.getFirstChild().isAssign()
          && isField(next.getFirstFirstChild())) {
        change(compiler, declaration.getFirstChild(), next);
      }
    }
  }

  private static void change(AbstractCompiler compiler, Node name, Node assignment) {
    Node value = name.getFirstChild();
    Node target = assignment.getFirstFirstChild();
    Node set = target.getNext();
    boolean isAfter =
        value.isEquivalentTo(target)
            && isNext(set)
            && set.getFirstChild().matchesName(name.getString());
    boolean isBefore =
        set.matchesName(name.getString())
            && isNext(value)
            && value.getFirstChild().isEquivalentTo(target);
    if (isAfter || isBefore) {
      compiler.reportChangeToEnclosingScope(assignment);
      assignment.detach();
      Node count = new Node(Token.INC, target.detach()).srcref(value);
      count.putBooleanProp(Node.INCRDECR_PROP, isAfter);
      value.replaceWith(count);
    }
  }

  /** A member of a variable, or of {@code this}. */
  private static boolean isField(Node node) {
    return node.isGetProp() && (node.getFirstChild().isName() || node.getFirstChild().isThis());
  }

  private static boolean isNext(Node sum) {
    return sum.isAdd() && sum.getLastChild().isNumber() && sum.getLastChild().getDouble() == 1;
  }
}
