package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;

/**
 * Says shorter what means the same.
 *
 * <pre>
 *   x.then.call(x, f); "a" + String(n); typeof a === "string"; null == b &amp;&amp; (b = c); this;
 *   x.then(f); "a" + n; typeof a == "string"; b ??= c;
 * </pre>
 */
public final class Idioms {
  private Idioms() {}

  /**
   * Changes what is at or below a node.
   *
   * @param root a tree that nothing will optimise any more
   */
  public static void use(Node root) {
    SourceTree.find(root, Idioms::isIndirectCall).forEach(Idioms::callDirectly);
    SourceTree.find(root, Idioms::isNeedlessConversion)
        .forEach(call -> call.replaceWith(call.getLastChild().detach()));
    SourceTree.find(root, Idioms::isNeedlessTest)
        .forEach(tests -> tests.replaceWith(tests.removeFirstChild()));
    SourceTree.find(root, Idioms::isStep).forEach(Idioms::count);
    SourceTree.find(root, Idioms::isDefault).forEach(Idioms::useDefault);
    SourceTree.find(root, Idioms::isIdle).forEach(Node::detach);
    for (Node test : SourceTree.find(root, node -> node.isSHEQ() || node.isSHNE())) {
      if (isTypeOf(test.getFirstChild(), test.getLastChild())
          || isTypeOf(test.getLastChild(), test.getFirstChild())) {
        test.setToken(test.isSHEQ() ? Token.EQ : Token.NE);
      }
    }
  }

  /** Of anything else than two texts, {@code ==} may find equal what is not: {@code ["text"]}. */
  private static boolean isTypeOf(Node type, Node text) {
    return type.isTypeOf() && text.isStringLit();
  }

  /** {@code x != null && x !== undefined}, of which the first says the second. */
  private static boolean isNeedlessTest(Node tests) {
    Node first = tests.getFirstChild();
    Node last = tests.getLastChild();
    boolean isPair =
        (tests.isAnd() && first.isNE() && last.isSHNE())
            || (tests.isOr() && first.isEQ() && last.isSHEQ());
    return isPair
        && first.getFirstChild().isNull()
        && NodeUtil.isUndefined(last.getFirstChild())
        && first.getLastChild().isName()
        && first.getLastChild().isEquivalentTo(last.getLastChild());
  }

  /** {@code x += 1}, where nobody asks for the sum. */
  private static boolean isStep(Node sum) {
    if (sum.getToken() != Token.ASSIGN_ADD) {
      return false;
    }
    Node by = sum.getLastChild();
    return isUnused(sum) && (by.isNumber() ? Math.abs(by.getDouble()) == 1 : isMinusOne(by));
  }

  /** Whether nobody asks for the value of an expression. */
  private static boolean isUnused(Node value) {
    Node parent = value.getParent();
    return parent.isExprResult()
        || (parent.isVanillaFor() && parent.getChildAtIndex(2) == value)
        || (parent.isComma() && (parent.getFirstChild() == value || isUnused(parent)));
  }

  /** {@code null == x && (x = y)}, or {@code x ?? (x = y)}. */
  private static boolean isDefault(Node test) {
    Node target =
        test.getToken() == Token.COALESCE
            ? test.getFirstChild()
            : test.isAnd()
                    && isUnused(test)
                    && test.getFirstChild().isEQ()
                    && test.getFirstFirstChild().isNull()
                ? test.getFirstChild().getLastChild()
                : null;
    return target != null
        && test.getLastChild().isAssign()
        && isPath(target)
        && target.isEquivalentTo(test.getLastChild().getFirstChild());
  }

  private static boolean isPath(Node node) {
    return node.isName()
        || node.isThis()
        || (node.isGetProp() && isPath(node.getFirstChild()))
        || (node.isGetElem() && isPath(node.getFirstChild()) && node.getLastChild().isName());
  }

  /** {@code this;}. */
  private static boolean isIdle(Node statement) {
    return statement.isExprResult() && statement.getFirstChild().isThis();
  }

  private static void useDefault(Node test) {
    Node assignment = test.getLastChild();
    Node target = assignment.removeFirstChild();
    Node value = assignment.removeFirstChild();
    test.replaceWith(new Node(Token.ASSIGN_COALESCE, target, value).srcref(test));
  }

  private static boolean isMinusOne(Node by) {
    return by.isNeg() && by.getFirstChild().isNumber() && by.getFirstChild().getDouble() == 1;
  }

  private static void count(Node sum) {
    Node by = sum.getLastChild();
    boolean isUp = by.isNumber() && by.getDouble() == 1;
    Node target = sum.removeFirstChild();
    sum.replaceWith(new Node(isUp ? Token.INC : Token.DEC, target).srcref(sum));
  }

  /** {@code x.method.call(x, …)}. */
  private static boolean isIndirectCall(Node call) {
    Node callee = call.getFirstChild();
    return call.isCall()
        && callee.isGetProp()
        && callee.getString().equals("call")
        && callee.getFirstChild().isGetProp()
        && callee.getFirstFirstChild().isName()
        && callee.getNext() != null
        && callee.getNext().matchesName(callee.getFirstFirstChild().getString());
  }

  private static void callDirectly(Node call) {
    Node callee = call.getFirstChild();
    callee.getNext().detach();
    callee.replaceWith(callee.getFirstChild().detach());
  }

  /** {@code String(x)} that is added to a text. */
  private static boolean isNeedlessConversion(Node call) {
    return call.isCall()
        && call.getFirstChild().matchesName("String")
        && call.hasTwoChildren()
        && (call.getLastChild().isName() || call.getLastChild().isGetProp())
        && call.getParent().isAdd()
        && call.getParent().getLastChild() == call
        && isText(call.getParent().getFirstChild());
  }

  private static boolean isText(Node node) {
    return node.isStringLit()
        || (node.isHook() && isText(node.getSecondChild()) && isText(node.getLastChild()))
        || (node.isAdd() && (isText(node.getFirstChild()) || isText(node.getLastChild())));
  }
}
