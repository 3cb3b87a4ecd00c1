package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the braces from arrow functions that call what returns nothing.
 *
 * <pre>
 *   () =&gt; { f(a); }
 *   () =&gt; f(a)
 * </pre>
 */
public final class VoidArrows {
  private final Set<String> functions = new HashSet<>();
  private final Map<String, Boolean> members = new HashMap<>();

  private VoidArrows(Node block) {
    functions.add("clearTimeout");
    for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
      if (child.isFunction() && returnsNothing(child)) {
        functions.add(child.getFirstChild().getString());
      }
    }
    for (Node member : SourceTree.find(block, Node::isMemberFunctionDef)) {
      members.merge(
          member.getString(), returnsNothing(member.getFirstChild()), Boolean::logicalAnd);
    }
    for (Node set :
        SourceTree.find(
            block, node -> node.isStringKey() || (node.isGetProp() && NodeUtil.isLValue(node)))) {
      members.remove(set.getString());
    }
  }

  /**
   * Changes what is at or below a node.
   *
   * @param block the body of a function whose names all differ, and whose functions nothing
   *     replaces
   */
  public static void shorten(Node block) {
    VoidArrows arrows = new VoidArrows(block);
    List<Node> bodies =
        SourceTree.find(
            block,
            node ->
                node.isBlock()
                    && node.getParent().isArrowFunction()
                    && node.hasOneChild()
                    && node.getFirstChild().isExprResult()
                    && arrows.isNothing(node.getFirstFirstChild()));
    bodies.forEach(body -> body.replaceWith(body.getFirstChild().removeFirstChild()));
  }

  private static boolean returnsNothing(Node function) {
    return !function.isAsyncFunction()
        && !function.isGeneratorFunction()
        && function.getLastChild().isBlock()
        && SourceTree.find(
                function.getLastChild(),
                node -> node.isReturn() && node.hasChildren() && isOf(function, node))
            .isEmpty();
  }

  private static boolean isOf(Node function, Node statement) {
    Node up = statement.getParent();
    while (!up.isFunction()) {
      up = up.getParent();
    }
    return up == function;
  }

  /** Whether an expression is undefined, whatever it does. */
  private boolean isNothing(Node expression) {
    return switch (expression.getToken()) {
      case COMMA -> isNothing(expression.getLastChild());
      case HOOK -> isNothing(expression.getSecondChild()) && isNothing(expression.getLastChild());
      case CALL -> {
        Node callee = expression.getFirstChild();
        yield callee.isName()
            ? functions.contains(callee.getString())
            : callee.isGetProp()
                && callee.getString().startsWith("$")
                && members.getOrDefault(callee.getString(), false);
      }
      default -> false;
    };
  }
}
