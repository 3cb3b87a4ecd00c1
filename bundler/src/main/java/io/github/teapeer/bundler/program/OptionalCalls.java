package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * Calls what an object may have, if there is one.
 *
 * <pre>
 *   let a = b.c; if (a) { a.close(); }
 *   b.c?.close();
 * </pre>
 */
public final class OptionalCalls {
  private OptionalCalls() {}

  /**
   * Changes what is at or below a node.
   *
   * @param compiler the compiler that is told what has changed
   * @param root a tree in which no two variables have the same name
   */
  public static void use(AbstractCompiler compiler, Node root) {
    for (Node declaration : SourceTree.find(root, NodeUtil::isNameDeclaration)) {
      Node call = declaration.getNext() == null ? null : call(declaration.getNext());
      if (declaration.hasOneChild()
          && declaration.getFirstChild().isName()
          && declaration.getFirstChild().hasChildren()
          && call != null
          && isOnly(root, declaration.getFirstChild(), declaration.getNext())) {
        compiler.reportChangeToEnclosingScope(declaration);
        Node callee = call.getFirstChild();
        Node object = declaration.getFirstFirstChild().detach();
        Node member = IR.startOptChainGetprop(object, callee.getString()).srcref(callee);
        callee.detach();
        Node chain = IR.continueOptChainCall(member).srcref(call);
        while (call.hasChildren()) {
          chain.addChildToBack(call.removeFirstChild());
        }
        declaration.getNext().replaceWith(IR.exprResult(chain).srcref(call));
        declaration.detach();
      }
    }
  }

  /** The call in {@code if (a) a.f();} or {@code a && a.f();}. */
  private static Node call(Node statement) {
    Node condition = null;
    Node call = null;
    if (statement.isIf()
        && statement.hasTwoChildren()
        && statement.getLastChild().hasOneChild()
        && statement.getLastChild().getFirstChild().isExprResult()) {
      condition = statement.getFirstChild();
      call = statement.getLastChild().getFirstFirstChild();
    } else if (statement.isExprResult() && statement.getFirstChild().isAnd()) {
      condition = statement.getFirstFirstChild();
      call = condition.getNext();
    }
    return call != null
            && condition.isName()
            && call.isCall()
            && call.getFirstChild().isGetProp()
            && call.getFirstFirstChild().matchesName(condition.getString())
        ? call
        : null;
  }

  /** Whether a variable is asked for twice, both times in one statement. */
  private static boolean isOnly(Node root, Node name, Node statement) {
    List<Node> uses = SourceTree.find(root, node -> node.matchesName(name.getString()));
    return uses.size() == 3
        && SourceTree.find(statement, node -> node.matchesName(name.getString())).size() == 2;
  }
}
