package io.github.teapeer.bundler;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Declares functions as such, which browsers parse faster than variables with arrow functions.
 *
 * <pre>
 *   let f = (a, b) =&gt; a + b;
 *   function f(a, b) { return a + b; }
 * </pre>
 */
final class FunctionDeclarations {
  private FunctionDeclarations() {}

  /**
   * Moves the functions that are declared in a block, and never replaced, to its beginning.
   *
   * @param block the body of a function that nothing will optimise any more
   */
  static void makeOf(Node block) {
    Set<String> replaced =
        SourceTree.find(block, node -> node.isAssign() && node.getFirstChild().isName()).stream()
            .map(assignment -> assignment.getFirstChild().getString())
            .collect(Collectors.toCollection(HashSet::new));
    SourceTree.find(block, node -> node.isName() && isMoreThanCalled(node))
        .forEach(name -> replaced.add(name.getString()));
    List<Node> names =
        SourceTree.find(
            block,
            node ->
                node.isName()
                    && isDeclaredIn(block, node)
                    && node.hasChildren()
                    && isPlain(node.getFirstChild())
                    && !replaced.contains(node.getString()));
    Node last = null;
    for (Node name : names) {
      Node declaration = name.getParent();
      Node function = declare(name.detach());
      if (!declaration.hasChildren()) {
        declaration.detach();
      }
      if (last == null) {
        block.addChildToFront(function);
      } else {
        function.insertAfter(last);
      }
      last = function;
    }
  }

  private static boolean isDeclaredIn(Node block, Node name) {
    Node declaration = name.getParent();
    return (declaration.isLet() || declaration.isConst() || declaration.isVar())
        && declaration.getParent() == block;
  }

  /** Whether a name stands for a constructor. */
  private static boolean isMoreThanCalled(Node name) {
    Node parent = name.getParent();
    return (parent.isNew() || parent.isGetProp()) && parent.getFirstChild() == name;
  }

  /** Whether a function would be the same with a {@code this} and {@code arguments} of its own. */
  private static boolean isPlain(Node function) {
    return function.isFunction()
        && function.getFirstChild().getString().isEmpty()
        && !function.isGeneratorFunction()
        && !function.isAsyncFunction()
        && SourceTree.find(
                function,
                node ->
                    node.isThis()
                        || node.isSuper()
                        || node.getToken() == Token.NEW_TARGET
                        || node.matchesName("arguments"))
            .isEmpty();
  }

  private static Node declare(Node name) {
    Node arrow = name.removeFirstChild();
    Node parameters = arrow.getSecondChild().detach();
    Node body = arrow.getLastChild().detach();
    Node block = body.isBlock() ? body : IR.block(IR.returnNode(body).srcref(body)).srcref(body);
    return IR.function(IR.name(name.getString()).srcref(name), parameters, block).srcref(arrow);
  }
}
