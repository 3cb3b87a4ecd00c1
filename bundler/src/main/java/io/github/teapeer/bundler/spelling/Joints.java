package io.github.teapeer.bundler.spelling;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import java.util.Arrays;
import java.util.Random;

/**
 * Whether statements of a block are one statement with the next, by a comma or by what they set.
 *
 * <pre>
 *   a = b; if (a) c();
 *   if (a = b, a) c();
 *   if (a = b) c();
 *   a = b; for (;;) c();
 *   for (a = b;;) c();
 * </pre>
 */
final class Joints implements Site {
  private static final int COMMA = 1;
  private static final int FIRST_USE = 2;

  private final Node block;
  private final int size;
  private final int shortest;

  /** A site of a block whose statements are parted. */
  Joints(Node block) {
    this.block = block;
    size = Math.max(0, block.getChildCount() - 1);
    Node around = block.getParent();
    boolean isBody = around.isIf() || NodeUtil.isLoopStructure(around);
    shortest = isBody && Branch.areExpressions(block) ? COMMA : 0;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void read(int[] choice, int from) {
    Arrays.fill(choice, from, from + size, shortest);
    Node next = block.getFirstChild();
    for (int i = 0; i < size; i++) {
      next = next.getNext();
      if (next.isVanillaFor()) {
        choice[from + i] = COMMA;
      }
    }
  }

  @Override
  public boolean isAllowed(int[] choice, int from) {
    for (int i = 0; i < size; i++) {
      if (choice[from + i] > FIRST_USE) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void change(int[] choice, int from, Random random) {
    int at = from + random.nextInt(size);
    choice[at] = (choice[at] + 1 + random.nextInt(FIRST_USE)) % (FIRST_USE + 1);
  }

  @Override
  public void apply(int[] choice, int from) {
    Node next = block.getLastChild();
    for (int i = size - 1; i >= 0; i--) {
      Node statement = next.getPrevious();
      Node value = Parts.value(next);
      boolean isJoined = value != null && statement.isExprResult();
      if (isJoined && choice[from + i] == COMMA) {
        join(statement.removeFirstChild(), value);
        statement.detach();
      } else if (!isJoined
          || choice[from + i] != FIRST_USE
          || !FirstUse.take(statement.getFirstChild(), value)) {
        next = statement;
      } else {
        statement.detach();
      }
    }
  }

  /** Computes something before a value that may be several with commas already. */
  private static void join(Node before, Node value) {
    if (value.isEmpty()) {
      value.replaceWith(before);
      return;
    }
    Node first = value;
    while (first.isComma()) {
      first = first.getFirstChild();
    }
    Node comma = new Node(Token.COMMA).srcref(first);
    first.replaceWith(comma);
    comma.addChildToBack(before);
    comma.addChildToBack(first);
  }
}
