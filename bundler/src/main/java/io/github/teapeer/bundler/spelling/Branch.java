package io.github.teapeer.bundler.spelling;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.Random;

/**
 * What is done under a condition, as a statement or as an expression.
 *
 * <pre>
 *   if (a == b) c();
 *   a == b &amp;&amp; c();
 *   a != b || c();
 *   if (a) b(); else c();
 *   a ? b() : c();
 * </pre>
 */
final class Branch implements Site {
  private static final int STATEMENT = 0;
  private static final int EXPRESSION = 1;
  private static final int OPPOSITE = 2;

  private final Node statement;
  private final int shortest;

  Branch(Node statement) {
    this.statement = statement;
    shortest = statement.getFirstChild().isNot() ? OPPOSITE : EXPRESSION;
  }

  /** Whether a statement can be an expression. */
  static boolean isExpression(Node statement) {
    return statement.isExprResult()
        || (statement.isIf()
            && SourceTree.children(statement).stream().skip(1).allMatch(Branch::areExpressions));
  }

  /** Whether all statements of a block can be expressions. */
  static boolean areExpressions(Node block) {
    return block.isBlock()
        && block.hasChildren()
        && SourceTree.children(block).stream().allMatch(Branch::isExpression);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void read(int[] choice, int from) {
    choice[from] = shortest;
  }

  @Override
  public boolean isAllowed(int[] choice, int from) {
    return choice[from] <= OPPOSITE;
  }

  @Override
  public void change(int[] choice, int from, Random random) {
    choice[from] = (choice[from] + 1 + random.nextInt(OPPOSITE)) % (OPPOSITE + 1);
  }

  @Override
  public void apply(int[] choice, int from) {
    if (choice[from] == STATEMENT || !hasExpressions()) {
      return;
    }
    Node condition = statement.removeFirstChild();
    Node then = joined(statement.removeFirstChild());
    Node value;
    if (statement.hasChildren()) {
      value = IR.hook(condition, then, joined(statement.removeFirstChild()));
    } else if (choice[from] == EXPRESSION) {
      value = IR.and(condition, then);
    } else {
      value = IR.or(Parts.opposite(condition), then);
    }
    statement.replaceWith(IR.exprResult(value.srcref(statement)).srcref(statement));
  }

  /** Whether nothing in it is a statement that could be, or was to be, no expression. */
  private boolean hasExpressions() {
    return SourceTree.children(statement).stream()
        .skip(1)
        .allMatch(
            block ->
                block.hasChildren()
                    && SourceTree.children(block).stream().allMatch(Node::isExprResult));
  }

  /** All expressions of a block. */
  private static Node joined(Node block) {
    Node joined = block.getFirstChild().removeFirstChild();
    for (Node next = block.getSecondChild(); next != null; next = next.getNext()) {
      joined = new Node(Token.COMMA, joined, next.removeFirstChild()).srcref(next);
    }
    return joined;
  }
}
