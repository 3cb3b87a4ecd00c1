package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.Conditions;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * Leaves booleans what they are, which TeaVM makes numbers of. JavaScript calculates and compares
 * with them alike.
 *
 * <pre>
 *   x.$open = y.$state == 2 ? 1 : 0; return z ? 0 : 1;
 *   x.$open = y.$state == 2; return !z;
 * </pre>
 */
final class Booleans {
  private final Node script;

  Booleans(Node script) {
    this.script = script;
  }

  void apply() {
    List<String> functions = new Declarations(script).names();
    for (Node hook : Declarations.reversed(SourceTree.find(script, Node::isHook))) {
      if (isNumber(hook.getSecondChild(), 1) && isNumber(hook.getLastChild(), 0)) {
        if (Conditions.isBoolean(hook.getFirstChild()) && mayChange(hook, functions)) {
          hook.replaceWith(hook.getFirstChild().detach());
        }
      } else if (isNumber(hook.getSecondChild(), 0)
          && isNumber(hook.getLastChild(), 1)
          && mayChange(hook, functions)) {
        hook.replaceWith(IR.not(hook.getFirstChild().detach()).srcref(hook));
      }
    }
    convertOthers(functions);
  }

  /** Converts what may be no boolean only where no function tells that it is one. */
  private void convertOthers(List<String> functions) {
    BooleanFunctions booleans = new BooleanFunctions(new Declarations(script));
    for (Node hook : Declarations.reversed(SourceTree.find(script, Node::isHook))) {
      if (isNumber(hook.getSecondChild(), 1)
          && isNumber(hook.getLastChild(), 0)
          && mayChange(hook, functions)) {
        Node value = hook.getFirstChild().detach();
        hook.replaceWith(
            booleans.isBoolean(value) ? value : IR.not(IR.not(value).srcref(hook)).srcref(hook));
      }
    }
  }

  /** Whether it makes no difference if a value is a number or a boolean. */
  private static boolean mayChange(Node value, List<String> functions) {
    Node parent = value.getParent();
    return switch (parent.getToken()) {
      case ASSIGN, NAME, RETURN, NOT, AND, OR, EQ, NE, BITOR, BITAND, IF, WHILE -> true;
      case HOOK -> parent.getFirstChild() == value || mayChange(parent, functions);
      case CALL ->
          parent.getFirstChild().isName()
              && parent.getFirstChild() != value
              && functions.contains(parent.getFirstChild().getString());
      default -> false;
    };
  }

  private static boolean isNumber(Node node, int number) {
    return node.isNumber() && node.getDouble() == number;
  }
}
