package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.Conditions;
import io.github.teapeer.bundler.source.SourceTree;

/**
 * Says shorter what means the same.
 *
 * <pre>
 *   x.then.call(x, f); "a" + String(n); typeof a === "string"; null == b &amp;&amp; (b = c); d || (d = e);
 *   x.then(f); "a" + n; typeof a == "string"; b ??= c; d ||= e;
 *
 *   if (0 &lt; a.length &amp;&amp; null != b &amp;&amp; b) c(0 + d); this; RegExp("^e");
 *   if (a.length &amp;&amp; b) c(d); /^e/;
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
    for (Node test : SourceTree.find(root, Idioms::isTestOfTrue)) {
      Node value = test.getLastChild().detach();
      test.replaceWith(value);
    }
    SourceTree.find(root, Idioms::isLengthTest).forEach(Idioms::useLength);
    SourceTree.find(root, Idioms::isSumWithNothing)
        .forEach(sum -> sum.replaceWith(sum.getLastChild().detach()));
    SourceTree.find(root, Idioms::isPattern)
        .forEach(call -> call.replaceWith(pattern(call.getLastChild()).srcrefTree(call)));
    SourceTree.find(root, Idioms::isStep).forEach(Idioms::count);
    SourceTree.find(root, Idioms::isDefault).forEach(Idioms::useDefault);
    Powers.use(root);
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

  /** {@code x != null && x}, or {@code x == null || !x}, of which the second says the first. */
  private static boolean isTestOfTrue(Node tests) {
    Node first = tests.getFirstChild();
    Node last = tests.getLastChild();
    boolean isPair =
        (tests.isAnd() && first.isNE()) || (tests.isOr() && first.isEQ() && last.isNot());
    return isPair
        && Conditions.isCondition(tests)
        && first.getFirstChild().isNull()
        && first.getLastChild().isName()
        && first.getLastChild().isEquivalentTo(tests.isAnd() ? last : last.getFirstChild());
  }

  /** {@code 0 < x.length} or {@code 0 >= x.length}, which is no negative number. */
  private static boolean isLengthTest(Node test) {
    return (test.getToken() == Token.LT || test.getToken() == Token.GE)
        && Conditions.isCondition(test)
        && test.getFirstChild().isNumber()
        && test.getFirstChild().getDouble() == 0
        && test.getLastChild().isGetProp()
        && test.getLastChild().getString().equals("length");
  }

  private static void useLength(Node test) {
    Node length = test.getLastChild().detach();
    test.replaceWith(test.getToken() == Token.LT ? length : IR.not(length).srcref(test));
  }

  /** {@code 0 + x}, which nobody writes to make a text. */
  private static boolean isSumWithNothing(Node sum) {
    return sum.isAdd() && sum.getFirstChild().isNumber() && sum.getFirstChild().getDouble() == 0;
  }

  /** {@code RegExp("text")}, of a text that means the same between slashes. */
  private static boolean isPattern(Node call) {
    return (call.isCall() || call.isNew())
        && call.hasTwoChildren()
        && call.getFirstChild().matchesName("RegExp")
        && call.getLastChild().isStringLit()
        && call.getLastChild().getString().matches("[^/\\\\\\[\n\r]+");
  }

  private static Node pattern(Node text) {
    return new Node(Token.REGEXP, IR.string(text.getString()));
  }

  /** {@code x += 1}, where nobody asks for the sum. */
  private static boolean isStep(Node sum) {
    if (sum.getToken() != Token.ASSIGN_ADD) {
      return false;
    }
    Node by = sum.getLastChild();
    return Conditions.isUnused(sum)
        && (by.isNumber() ? Math.abs(by.getDouble()) == 1 : isMinusOne(by));
  }

  /** {@code null == x && (x = y)}, {@code x ?? (x = y)}, or {@code x || (x = y)}. */
  private static boolean isDefault(Node test) {
    Node target =
        test.getToken() == Token.COALESCE || test.isOr()
            ? test.getFirstChild()
            : test.isAnd()
                    && Conditions.isUnused(test)
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

  /** {@code this;} or {@code a;}. */
  private static boolean isIdle(Node statement) {
    return statement.isExprResult()
        && (statement.getFirstChild().isThis() || statement.getFirstChild().isName());
  }

  private static void useDefault(Node test) {
    Node assignment = test.getLastChild();
    Node target = assignment.removeFirstChild();
    Node value = assignment.removeFirstChild();
    Token operation = test.isOr() ? Token.ASSIGN_OR : Token.ASSIGN_COALESCE;
    test.replaceWith(new Node(operation, target, value).srcref(test));
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
