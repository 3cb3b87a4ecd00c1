package io.github.teapeer.bundler.spelling;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;

/**
 * Makes statements of what expressions do one after the other.
 *
 * <pre>
 *   a &amp;&amp; (b = c, d());
 *   if (a) { b = c; d(); }
 * </pre>
 */
public final class Parts {
  private Parts() {}

  /** Changes what is at or below a node. */
  public static void part(Node tree) {
    SourceTree.find(tree, Node::isBlock).forEach(Parts::partBlock);
  }

  private static void partBlock(Node block) {
    SourceTree.children(block).forEach(Parts::partStatement);
  }

  private static void partStatement(Node statement) {
    for (Node value = value(statement);
        value != null && value.isComma();
        value = value(statement)) {
      Node first = firstOf(value);
      Node before = IR.exprResult(first).srcref(first);
      before.insertBefore(statement);
      partStatement(before);
    }
    if (statement.isExprResult()) {
      partCondition(statement, statement.getFirstChild());
    } else if (statement.isVanillaFor() && IR.mayBeExpression(statement.getFirstChild())) {
      Node first = statement.getFirstChild();
      first.replaceWith(IR.empty());
      Node before = IR.exprResult(first).srcref(first);
      before.insertBefore(statement);
      partStatement(before);
    }
  }

  /** Takes the first expression out of several with commas. */
  private static Node firstOf(Node comma) {
    if (comma.getFirstChild().isComma()) {
      return firstOf(comma.getFirstChild());
    }
    Node first = comma.removeFirstChild();
    comma.replaceWith(comma.removeFirstChild());
    return first;
  }

  private static void partCondition(Node statement, Node value) {
    if (!value.isAnd() && !value.isOr() && !value.isHook()) {
      return;
    }
    Node condition = value.removeFirstChild();
    Node then = block(value.removeFirstChild());
    Node otherwise = value.isHook() ? block(value.removeFirstChild()) : null;
    Node branch = new Node(Token.IF).srcref(statement);
    if (value.isOr()) {
      branch.addChildToBack(opposite(condition));
      branch.addChildToBack(then);
    } else if (otherwise != null && condition.isNot()) {
      branch.addChildToBack(condition.removeFirstChild());
      branch.addChildToBack(otherwise);
      branch.addChildToBack(then);
    } else {
      branch.addChildToBack(condition);
      branch.addChildToBack(then);
      if (otherwise != null) {
        branch.addChildToBack(otherwise);
      }
    }
    statement.replaceWith(branch);
    partStatement(branch);
    partBlock(branch.getSecondChild());
    if (otherwise != null) {
      partBlock(branch.getLastChild());
    }
  }

  private static Node block(Node value) {
    return IR.block(IR.exprResult(value).srcref(value)).srcref(value);
  }

  /** What is true where something else is not. */
  static Node opposite(Node condition) {
    Token opposite = Toggle.OPPOSITE.get(condition.getToken());
    if (opposite != null) {
      condition.setToken(opposite);
      return condition;
    }
    return condition.isNot() ? condition.removeFirstChild() : IR.not(condition).srcref(condition);
  }

  /**
   * The expression with which a statement begins, which may be an empty one, or null where it
   * cannot begin with one.
   */
  static Node value(Node statement) {
    return switch (statement.getToken()) {
      case EXPR_RESULT, IF, RETURN, THROW -> statement.getFirstChild();
      case FOR ->
          NodeUtil.isNameDeclaration(statement.getFirstChild()) ? null : statement.getFirstChild();
      default -> null;
    };
  }
}
