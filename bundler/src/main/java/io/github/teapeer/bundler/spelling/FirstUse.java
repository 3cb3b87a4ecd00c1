package io.github.teapeer.bundler.spelling;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.Purity;
import io.github.teapeer.bundler.source.SourceTree;

/**
 * Sets a variable where it is first used.
 *
 * <pre>
 *   a = b.c; if (a) d();
 *   if (a = b.c) d();
 * </pre>
 */
final class FirstUse {
  private FirstUse() {}

  /**
   * Puts an assignment to where the variable is used, if nothing else is computed before.
   *
   * @param assignment what was just done
   * @param next what is computed next
   * @return whether it is so
   */
  static boolean take(Node assignment, Node next) {
    if (!assignment.isAssign() || !assignment.getFirstChild().isName()) {
      return false;
    }
    Node first = first(next, assignment.getLastChild());
    if (first == null || !first.matchesName(assignment.getFirstChild().getString())) {
      return false;
    }
    first.replaceWith(assignment.detach());
    return true;
  }

  /** The variable that an expression reads before it does anything else, or null. */
  private static Node first(Node expression, Node value) {
    return switch (expression.getToken()) {
      case NAME -> expression;
      case ASSIGN -> {
        Node target = expression.getFirstChild();
        if (target.isName() || isSettled(target, value)) {
          yield first(expression.getLastChild(), value);
        }
        yield target.isGetProp() ? first(target, value) : null;
      }
      case CALL -> {
        Node callee = expression.getFirstChild();
        if (!callee.isName()) {
          yield first(callee, value);
        }
        yield callee.getNext() == null ? null : first(callee.getNext(), value);
      }
      case GETPROP, GETELEM, OPTCHAIN_GETPROP, OPTCHAIN_CALL, COMMA, ARRAYLIT ->
          ofFirst(expression, value);
      default -> Purity.isOperation(expression) ? ofFirst(expression, value) : null;
    };
  }

  private static Node ofFirst(Node expression, Node value) {
    return expression.hasChildren() ? first(expression.getFirstChild(), value) : null;
  }

  /** Whether a member is of an object that is the same once a value has been computed. */
  private static boolean isSettled(Node target, Node value) {
    Node object = target.getFirstChild();
    return target.isGetProp()
        && (object.isThis() || object.isName())
        && SourceTree.find(value, node -> node.isFunction() || isSet(node, object)).isEmpty();
  }

  private static boolean isSet(Node node, Node variable) {
    return variable.isName()
        && node.matchesName(variable.getString())
        && node.getParent().isAssign()
        && node == node.getParent().getFirstChild();
  }
}
