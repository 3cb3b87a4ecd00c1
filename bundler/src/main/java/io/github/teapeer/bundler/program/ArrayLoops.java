package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * Walks over arrays as JavaScript does. What is added to an array or taken away on the way is seen
 * alike.
 *
 * <pre>
 *   i = 0; while (i &lt; a.length) { f(a[i]); i = i + 1; }
 *   for (let item of a) { f(item); }
 * </pre>
 */
final class ArrayLoops {
  private final Node script;
  private int changed;

  ArrayLoops(Node script) {
    this.script = script;
  }

  void apply() {
    for (Node loop : SourceTree.find(script, Node::isWhile)) {
      sayWhenItEnds(loop);
      if (isOverArray(loop.getFirstChild())) {
        change(loop);
      } else if (isOverField(loop)) {
        changeOverField(loop);
      }
    }
  }

  /** {@code while (true) { if (i >= a.length) break; …}} is {@code while (i < a.length) {…}}. */
  private static void sayWhenItEnds(Node loop) {
    Node test = loop.getLastChild().getFirstChild();
    if (loop.getFirstChild().isTrue()
        && test != null
        && test.isIf()
        && test.hasTwoChildren()
        && isExit(test.getLastChild())
        && isPastEnd(test.getFirstChild())) {
      Node condition = test.getFirstChild().detach();
      condition.setToken(Token.LT);
      loop.getFirstChild().replaceWith(condition);
      test.detach();
    }
  }

  private static boolean isExit(Node block) {
    return block.hasOneChild()
        && block.getFirstChild().isBreak()
        && !block.getFirstChild().hasChildren();
  }

  /** {@code i >= a.length}. */
  private static boolean isPastEnd(Node condition) {
    return condition.getToken() == Token.GE
        && condition.getFirstChild().isName()
        && condition.getLastChild().isGetProp()
        && condition.getLastChild().getString().equals("length")
        && condition.getLastChild().getFirstChild().isName();
  }

  /** {@code while (true) { let a = x.$field; if (i >= a.length) break; …}}. */
  private static boolean isOverField(Node loop) {
    Node first = loop.getLastChild().getFirstChild();
    Node end = first == null ? null : first.getNext();
    if (!loop.getFirstChild().isTrue()
        || end == null
        || !first.isLet()
        || !first.hasOneChild()
        || !first.getFirstChild().hasChildren()
        || !end.isIf()
        || !end.hasTwoChildren()) {
      return false;
    }
    Node field = first.getFirstFirstChild();
    Node condition = end.getFirstChild();
    return field.isGetProp()
        && isPath(field)
        && isPastEnd(condition)
        && condition.getLastChild().getFirstChild().matchesName(first.getFirstChild().getString())
        && isExit(end.getLastChild());
  }

  /** A variable, or a member of what is one. */
  private static boolean isPath(Node node) {
    return node.isName() || (node.isGetProp() && isPath(node.getFirstChild()));
  }

  /** Walks over a list that its object keeps for good. */
  private void changeOverField(Node loop) {
    Node body = loop.getLastChild();
    Node declaration = body.getFirstChild();
    Node field = declaration.getFirstFirstChild();
    String array = declaration.getFirstChild().getString();
    String index = declaration.getNext().getFirstFirstChild().getString();
    Node start = start(loop, index);
    Node step = body.getLastChild();
    if (start == null
        || !isStep(step, index)
        || !isPlain(body, array)
        || !isPlain(body, root(field))
        || isReplaced(field.getString())) {
      return;
    }
    List<Node> reads =
        SourceTree.find(
            body, node -> isRead(node, array, index) || isReadOfField(node, field, index));
    long ofArray = reads.stream().filter(read -> isRead(read, array, index)).count();
    // The index in the start, the condition, and twice in the step; the array in the condition.
    int others = 4;
    if (uses(function(loop), index) != reads.size() + others
        || uses(function(loop), array) != ofArray + 1) {
      return;
    }
    declaration.getNext().detach();
    declaration.detach();
    Node item = item(body, reads);
    step.detach();
    start.detach();
    body.detach();
    loop.replaceWith(new Node(Token.FOR_OF, item, field.detach(), body).srcrefTreeIfMissing(loop));
  }

  private static String root(Node path) {
    return path.isName() ? path.getString() : root(path.getFirstChild());
  }

  private static boolean isReadOfField(Node node, Node field, String index) {
    return node.isGetElem()
        && node.getFirstChild().isEquivalentTo(field)
        && node.getLastChild().matchesName(index)
        && !NodeUtil.isLValue(node);
  }

  /** Whether anything sets a field but what makes the object. */
  private boolean isReplaced(String field) {
    return SourceTree.find(
                script,
                node ->
                    node.isGetProp() && node.getString().equals(field) && NodeUtil.isLValue(node))
            .size()
        > 1;
  }

  /** {@code i < a.length}. */
  private static boolean isOverArray(Node condition) {
    return condition.getToken() == Token.LT
        && condition.getFirstChild().isName()
        && condition.getLastChild().isGetProp()
        && condition.getLastChild().getString().equals("length")
        && condition.getLastChild().getFirstChild().isName();
  }

  private void change(Node loop) {
    String index = loop.getFirstFirstChild().getString();
    String array = loop.getFirstChild().getLastChild().getFirstChild().getString();
    Node body = loop.getLastChild();
    Node start = start(loop, index);
    Node step = body.getLastChild();
    if (start == null || !isStep(step, index) || !isPlain(body, array)) {
      return;
    }
    List<Node> reads = SourceTree.find(body, node -> isRead(node, array, index));
    // The start, the condition, and twice in the step.
    int others = 4;
    if (uses(function(loop), index) != reads.size() + others) {
      return;
    }
    Node item = item(body, reads);
    step.detach();
    start.detach();
    body.detach();
    loop.replaceWith(new Node(Token.FOR_OF, item, IR.name(array), body).srcrefTreeIfMissing(loop));
  }

  /** The statement {@code i = 0} that stands before a loop, in the same block. */
  private static Node start(Node loop, String index) {
    for (Node before = loop.getPrevious(); before != null; before = before.getPrevious()) {
      if (before.isExprResult()
          && before.getFirstChild().isAssign()
          && before.getFirstFirstChild().matchesName(index)) {
        return Program.isZero(before.getFirstChild().getLastChild()) ? before : null;
      }
    }
    return null;
  }

  private static boolean isStep(Node statement, String index) {
    if (statement == null
        || !statement.isExprResult()
        || !statement.getFirstChild().isAssign()
        || !statement.getFirstFirstChild().matchesName(index)) {
      return false;
    }
    Node sum = statement.getFirstChild().getLastChild();
    return sum.isAdd()
        && sum.getFirstChild().matchesName(index)
        && sum.getLastChild().isNumber()
        && sum.getLastChild().getDouble() == 1;
  }

  /** Whether every round of a loop comes to its end or leaves it, and the array stays the same. */
  private static boolean isPlain(Node body, String array) {
    return SourceTree.find(
            body, node -> node.isContinue() || (node.matchesName(array) && NodeUtil.isLValue(node)))
        .isEmpty();
  }

  private static boolean isRead(Node node, String array, String index) {
    return node.isGetElem()
        && node.getFirstChild().matchesName(array)
        && node.getLastChild().matchesName(index)
        && !NodeUtil.isLValue(node);
  }

  private static int uses(Node function, String index) {
    return SourceTree.find(
            function,
            node -> node.matchesName(index) && !NodeUtil.isNameDeclaration(node.getParent()))
        .size();
  }

  private static Node function(Node node) {
    Node function = node;
    while (!function.isFunction()) {
      function = function.getParent();
    }
    return function;
  }

  /** Declares the variable of the items, which is one of the loop's where it begins with one. */
  private Node item(Node body, List<Node> reads) {
    Node first = body.getFirstChild();
    if (first != null
        && first.isLet()
        && first.hasOneChild()
        && reads.contains(first.getFirstFirstChild())) {
      reads.remove(first.getFirstFirstChild());
      String name = first.getFirstChild().getString();
      first.detach();
      reads.forEach(read -> read.replaceWith(IR.name(name).srcref(read)));
      return new Node(Token.LET, IR.name(name));
    }
    changed++;
    String name = "item$" + changed;
    reads.forEach(read -> read.replaceWith(IR.name(name).srcref(read)));
    return new Node(Token.LET, IR.name(name));
  }
}
