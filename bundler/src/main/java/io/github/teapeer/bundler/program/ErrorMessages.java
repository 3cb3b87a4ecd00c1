package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes errors with their message, which browsers then show with the stack.
 *
 * <pre>
 *   let a = new E(); a.message = b; throw a;
 *   let a = new E(b); throw a;
 * </pre>
 */
public final class ErrorMessages {
  private ErrorMessages() {}

  /**
   * Changes what is at or below a node.
   *
   * @param compiler the compiler that is told what has changed
   * @param root a tree
   */
  public static void pass(AbstractCompiler compiler, Node root) {
    Set<String> errors = errors(root);
    for (Node declaration : SourceTree.find(root, NodeUtil::isNameDeclaration)) {
      Node name = declaration.getFirstChild();
      Node next = declaration.getNext();
      if (declaration.hasOneChild()
          && name.isName()
          && name.hasChildren()
          && isErrorWithout(name.getFirstChild(), errors)
          && next != null
          && setsMessage(next, name.getString())) {
        compiler.reportChangeToEnclosingScope(declaration);
        name.getFirstChild().addChildToBack(next.getFirstChild().getLastChild().detach());
        next.detach();
      }
    }
  }

  /** The classes that add nothing to Error. */
  private static Set<String> errors(Node root) {
    Set<String> errors = new HashSet<>(Set.of("Error"));
    for (Node type : SourceTree.find(root, Node::isClass)) {
      if (type.getFirstChild().isName()
          && type.getSecondChild().isName()
          && errors.contains(type.getSecondChild().getString())
          && !type.getLastChild().hasChildren()) {
        errors.add(type.getFirstChild().getString());
      }
    }
    return errors;
  }

  private static boolean isErrorWithout(Node value, Set<String> errors) {
    return value.isNew()
        && value.hasOneChild()
        && value.getFirstChild().isName()
        && errors.contains(value.getFirstChild().getString());
  }

  private static boolean setsMessage(Node statement, String variable) {
    if (!statement.isExprResult() || !statement.getFirstChild().isAssign()) {
      return false;
    }
    Node target = statement.getFirstFirstChild();
    return target.isGetProp()
        && target.getString().equals("message")
        && target.getFirstChild().matchesName(variable)
        && SourceTree.find(target.getNext(), node -> node.matchesName(variable)).isEmpty();
  }
}
