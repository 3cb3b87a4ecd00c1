package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Declares variables where they are set, several at once, and all with {@code let}.
 *
 * <pre>
 *   let a = null, b; f(); a = 2; function g() { const c = 3; var d; d = 1; }
 *   let b; f(); let a = 2; function g() { let c = 3, d = 1; }
 * </pre>
 */
public final class Lets {
  private Lets() {}

  /**
   * Changes the statements of a block, and of all blocks within it.
   *
   * @param block what is executed once, and reads no variable of its own before it has set it
   */
  public static void collect(Node block) {
    SourceTree.find(block, Node::isConst).forEach(constant -> constant.setToken(Token.LET));
    useLet(block);
    for (Node statement : SourceTree.children(block)) {
      if (statement.isLet()) {
        SourceTree.children(statement).forEach(name -> declareWhereSet(name, block));
      }
    }
    for (Node let : SourceTree.find(block, node -> node.isLet() && node.getParent().isBlock())) {
      Node next = let.getNext();
      if (next != null && next.isLet()) {
        while (let.hasChildren()) {
          next.addChildToFront(let.getLastChild().detach());
        }
        let.detach();
      } else if (next != null && isSet(let.getLastChild(), next)) {
        let.getLastChild().addChildToFront(next.getFirstChild().getLastChild().detach());
        next.detach();
      }
    }
  }

  private static void useLet(Node block) {
    Map<Node, Variable> variables = new HashMap<>();
    for (Variable variable : new Scopes(block).variables()) {
      variable.declarations().forEach(name -> variables.put(name, variable));
    }
    for (Node statement : SourceTree.find(block, Node::isVar)) {
      if (SourceTree.children(statement).stream()
          .allMatch(name -> isOfBlock(variables.get(name), statement.getParent()))) {
        statement.setToken(Token.LET);
      }
    }
  }

  /** Whether a variable is one that is declared once, in a block, and used only there. */
  private static boolean isOfBlock(Variable variable, Node block) {
    return block.isBlock()
        && variable.declarations().size() == 1
        && (!variable.isCaptured() || block.getParent().isFunction())
        && variable.nodes().stream().allMatch(node -> SourceTree.isIn(node, block))
        && isFirst(variable.declarations().get(0), variable, block);
  }

  /** Whether nothing reads or sets a variable before it is declared, or to find its first value. */
  private static boolean isFirst(Node declaration, Variable variable, Node block) {
    List<Node> names = SourceTree.find(block, variable.nodes()::contains);
    return names.get(0) == declaration
        && names.stream().skip(1).noneMatch(node -> SourceTree.isIn(node, declaration));
  }

  private static void declareWhereSet(Node name, Node block) {
    List<Node> targets =
        SourceTree.find(
            block,
            node -> node != name && node.matchesName(name.getString()) && NodeUtil.isLValue(node));
    boolean isEmpty = !name.hasChildren() || name.getFirstChild().isNull();
    if (!isEmpty || targets.size() != 1) {
      return;
    }
    Node statement = targets.get(0).getGrandparent();
    if (!isSet(name, statement) || statement.getParent() != block) {
      return;
    }
    Node declaration = name.getParent();
    name.detach();
    if (!declaration.hasChildren()) {
      declaration.detach();
    }
    name.removeChildren();
    name.addChildToFront(statement.getFirstChild().getLastChild().detach());
    statement.replaceWith(new Node(Token.LET, name).srcref(statement));
  }

  /** Whether all that a statement does is to set a variable. */
  private static boolean isSet(Node name, Node statement) {
    return name.isName()
        && statement.isExprResult()
        && statement.getFirstChild().isAssign()
        && statement.getFirstFirstChild().matchesName(name.getString())
        && SourceTree.find(
                statement.getFirstChild().getLastChild(),
                node -> node.matchesName(name.getString()))
            .isEmpty();
  }
}
